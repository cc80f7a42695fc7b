// Lowers grades that begin at bounds: of two constants alike, which cannot both be meant, one is reported.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Sections.Schedules;

namespace KpiRules.Sections.Scorecard;

/// <param name="owner">Whose grades they are.</param>
/// <param name="called">What is graded, for the cause where no bound is reached.</param>
internal sealed class GradeLowering(SheetBuilder sheet, string owner, Origin origin, string called)
{
    /// <param name="graded">The cell that is graded.</param>
    /// <param name="bindGraded">Refers to it once it is bound; null where it has a fault, which has been reported.</param>
    public DraftFormula Lower(IReadOnlyList<GradeDefinition> grades, string graded, Func<Operation?> bindGraded)
    {
        var bounds = grades.Select(grade => sheet.Number(grade.From, new Term("owner.grade", grade.Grade.Value), owner)).ToList();
        foreach (var twice in grades.Where(grade => grade.From.Constant is not null)
            .GroupBy(grade => grade.From.Constant!.Value).Where(group => group.Count() > 1))
            sheet.Diagnostics.Add(PolicyFaults.GradesAlike(twice.Last().From.Json.Place, twice.Key));
        var names = bounds.SelectMany(bound => bound?.Names ?? []).Append(graded).ToList();
        return new DraftFormula(names, bounds.Max(bound => bound?.Nesting ?? 0), () =>
        {
            var (score, from) = (bindGraded(), bounds.Select(bound => bound?.Bind()).ToList());
            return score is null || from.Contains(null)
                ? null
                : new GradeOperation(origin, called, score, grades.Select((grade, i) => (from[i]!, grade.Grade.Value)).ToList());
        });
    }
}
