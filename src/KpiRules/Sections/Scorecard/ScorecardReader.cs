// Reads the scorecard of a ruleset.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Scorecard;

internal sealed class ScorecardReader(DiagnosticBag diagnostics)
{
    private const string GradeResult = "grade";

    public ScorecardDefinition? Read(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.scorecard"), diagnostics);
        var scorecard = new ScorecardDefinition(
            json,
            ReadPerspectives(reader.Object("perspectives")),
            reader.OneOf<MissingScore>("missing") ?? MissingScore.NotAvailable,
            (reader.Array("grades")?.Items ?? []).Select(item => ReadGrade(reader, item)).OfType<GradeDefinition>().ToList());
        reader.Finish();
        return scorecard;
    }

    private IReadOnlyList<PerspectiveDefinition> ReadPerspectives(JsonObject? json)
    {
        if (json is null)
            return [];
        var reader = new ObjectReader(json, new Term("what.scorecard"), diagnostics);
        foreach (var member in json.Members.Where(member => member.Name.Value is GradeResult or ""))
            diagnostics.Add(RulesetFaults.ReservedId(member.Name.Place, member.Name.Value));
        foreach (var member in json.Members)
        {
            if (member.Value is JsonNumber { Value: < 0 } negative)
                diagnostics.Add(RulesetFaults.Negative(negative.Place, member.Name.Value, negative.Value));
        }

        return json.Members
            .Select(member => (member.Name, Weight: reader.NumberLike(member.Name.Value)))
            .Where(perspective => perspective.Weight is not null)
            .Select(perspective => new PerspectiveDefinition(perspective.Name, perspective.Weight!))
            .ToList();
    }

    private GradeDefinition? ReadGrade(ObjectReader scorecard, JsonValue item)
    {
        if (scorecard.As<JsonObject>(item, null, "json.object") is not { } json)
            return null;
        var reader = new ObjectReader(json, new Term("what.grade"), diagnostics);
        reader.Required("grade");
        reader.Required("from");
        var (grade, from) = (reader.Text("grade"), reader.NumberLike("from"));
        reader.Finish();
        return grade is null || from is null ? null : new GradeDefinition(grade, from);
    }
}
