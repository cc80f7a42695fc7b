// Takes two policies, gives all in which what is written of them says something else.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

internal sealed class RulesetDifferences(Policy before, Policy after)
{
    public IReadOnlyList<RulesetDifference> Find() =>
        DifferenceFinder.Between(before.Json, after.Json, RulesetShape.Shape).Select(Told).ToList().AsReadOnly();

    private RulesetDifference Told(WrittenDifference written) => new(
        written,
        !written.Trail.IsForReaders,
        written.Trail.Section == RulesetShape.Parameters && written.Trail.Definition is { } name ? UsersOf(name).ToList() : [],
        new DifferenceText(written.Trail, TitleOf(written.Trail)));

    private static LocalizedText? TitleIn(JsonObject ruleset, DifferenceTrail trail) =>
        (ruleset[trail.Section!.Name] as JsonObject)?[trail.Definition!] is JsonObject definition
            ? Rulesets.Naming.TitleIn(definition)
            : null;

    private LocalizedText? TitleOf(DifferenceTrail trail) =>
        trail.Definition is null ? null : TitleIn(after.Json, trail) ?? TitleIn(before.Json, trail);

    private IEnumerable<string> UsersOf(string parameter) => new[] { after, before }
        .SelectMany(policy => policy.Sheet.Cells)
        .Where(cell => cell.Operation.WithParts().Any(part => part is ParameterOperation one && one.Name == parameter))
        .Select(cell => cell.Key.Owner).Distinct();
}
