// A part of an amount of money that is ten times what any other line takes of one: 0.1 among tenths of percents.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Linting;

internal sealed class SiblingFactorRule : LintRule
{
    private const decimal Far = 10;

    /// <summary>From a tenth of the money on, less of a difference is doubtful.</summary>
    private const decimal FarOfMuch = 5;
    private const decimal Much = 0.1m;
    private const int FewestOthers = 2;

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset)
    {
        var rates = ruleset.MoneyRates.Where(rate => rate.Value is > 0 and < 1).OrderByDescending(rate => rate.Value).ToList();
        return rates.Count > FewestOthers && rates[0].Value >= (rates[0].Value >= Much ? FarOfMuch : Far) * rates[1].Value
            ? [LintFaults.UnlikeSiblings(ruleset.PlaceOf(rates[0].Factor), rates[0].Value, rates[1].Value)]
            : [];
    }
}
