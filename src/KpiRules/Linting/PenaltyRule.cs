// A penalty that pays: of which the sign was forgotten.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Sections.Incentives;
using KpiRules.Source;

namespace KpiRules.Linting;

internal sealed class PenaltyRule : LintRule
{
    private const string Penalty = "penalty";

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset)
    {
        foreach (var line in ruleset.Definition.Incentives.Where(line => line.Kind == Penalty))
        {
            var name = line.Name.Value;
            if (line.Min is { } min && ruleset.OperationOf(CellKey.Hidden(name, "min")) is { } least
                && ruleset.Expected.Of(least) is { CanBeNegative: false, CanBePositive: true })
                yield return LintFaults.PenaltyAtLeast(min.Json.Place, name);
            else if (ruleset.OperationOf(name) is { } amount && ruleset.Expected.Of(amount).CanBePositive)
                yield return LintFaults.PenaltyPays(PlaceOfAmount(line, ruleset), name);
        }
    }

    /// <summary>The number above 0, where a schedule names one.</summary>
    private static SourcePlace PlaceOfAmount(IncentiveDefinition line, LintedRuleset ruleset)
    {
        var positive = ruleset.OperationOf(CellKey.Hidden(line.Name.Value, "amount")) is { } amount
            ? ruleset.ValuesOf(amount).FirstOrDefault(value => value.ConstantNumber() > 0)
            : null;
        return positive is null
            ? (line.Amount ?? line.Rate ?? line.Pool?.Amount)?.Json.Place ?? line.Name.Place
            : ruleset.PlaceOf(positive);
    }
}
