// Takes two policies, gives all in which what is written of them says something else.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections;
using KpiRules.Sections.Smart;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

internal sealed class RulesetDifferences(Policy before, Policy after)
{
    public IReadOnlyList<RulesetDifference> Find() =>
        DifferenceFinder.Between(before.Json, after.Json, RulesetShape.Shape)
            .SelectMany(new RenamedDefinitions(before.Json, after.Json).Checked).Select(Told).ToList().AsReadOnly();

    private RulesetDifference Told(WrittenDifference written) => new(
        written,
        !written.Trail.IsForReaders || IsDemanded(written),
        written.Trail is { IsForReaders: false, Definition: { } name } && written.Trail.Section == RulesetShape.Parameters
            ? UsersOf(name).ToList()
            : [],
        new DifferenceText(written.Trail, TitleOf(written.Trail)));

    private static LocalizedText? TitleIn(JsonObject ruleset, DifferenceTrail trail) =>
        (ruleset[trail.Section!.Name] as JsonObject)?[trail.Definition!] is JsonObject definition
            ? Rulesets.Naming.TitleIn(definition)
            : null;

    private LocalizedText? TitleOf(DifferenceTrail trail) =>
        trail.Definition is null ? null : TitleIn(after.Json, trail) ?? TitleIn(before.Json, trail);

    /// <summary>Whether a check of targets asks that a KPI has what was added or removed: its title, say, or who answers for it.</summary>
    private bool IsDemanded(WrittenDifference written) =>
        written.Trail.Section == RulesetShape.Kpis && written.Trail.PropertyOfDefinition is { } property
        && IsWritten(written.Before) != IsWritten(written.After)
        && new[] { before, after }.Any(policy =>
            Demands(policy.Json[RulesetShape.Smart.Name], property)
            || Demands(((policy.Json[RulesetShape.Kpis.Name] as JsonObject)?[written.Trail.Definition!] as JsonObject)?
                [SmartShape.OfKpi.Name], property));

    private static bool IsWritten(JsonValue? value) => value is not null && !SmartReader.IsBlank(value);

    private static bool Demands(JsonValue? smart, Property property) => (smart as JsonObject)?.Members
        .Select(member => (member.Value as JsonObject)?[CriterionShapes.Require.Name]).OfType<JsonArray>()
        .Any(required => required.Items.OfType<JsonString>().Any(name => name.Value == property.Name)) == true;

    private IEnumerable<string> UsersOf(string parameter) => new[] { after, before }
        .SelectMany(policy => policy.Sheet.Cells)
        .Where(cell => cell.Operation.WithParts().Any(part => part is ParameterOperation one && one.Name == parameter))
        .Select(cell => cell.Key.Owner).Distinct();
}
