// Reads the scorecard of a ruleset.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;

namespace KpiRules.Sections.Scorecard;

internal sealed class ScorecardReader(DiagnosticBag diagnostics)
{
    private const string GradeResult = "grade";

    public ScorecardDefinition? Read(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var scorecard = new ScorecardDefinition(
            reader.Json,
            ReadPerspectives(reader.ReadAll(ScorecardShape.Perspectives)),
            reader.Read(ScorecardShape.Missing),
            reader.ReadAll(ScorecardShape.Grades).Select(ReadGrade).OfType<GradeDefinition>().ToList());
        reader.Finish();
        return scorecard;
    }

    private IReadOnlyList<PerspectiveDefinition> ReadPerspectives(IReadOnlyList<MapEntry<NumberDefinition>> entries)
    {
        foreach (var entry in entries.Where(entry => entry.Name.Value is GradeResult or ""))
            diagnostics.Add(RulesetFaults.ReservedId(entry.Name.Place, entry.Name.Value));
        return entries
            .Select(entry => (entry.Name, Weight: entry.Read()))
            .Where(perspective => perspective.Weight is not null)
            .Select(perspective => new PerspectiveDefinition(perspective.Name, perspective.Weight!))
            .ToList();
    }

    private static GradeDefinition? ReadGrade(ObjectReader reader)
    {
        var (grade, from) = (reader.Read(GradeShape.Grade), reader.Read(GradeShape.From));
        reader.Finish();
        return grade is null || from is null ? null : new GradeDefinition(grade, from);
    }
}
