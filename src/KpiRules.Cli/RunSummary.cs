// Takes a run and what is shown of it, gives what a payroll looks at before it pays: issues, held lines, subjects left out.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Cli;

/// <param name="Held">Of the lines shown, those that somebody has to settle; null where lines are not what is shown.</param>
/// <param name="LeftOut">In ordinal order; none where one subject is shown only.</param>
internal sealed record RunSummary(int Issues, int? Held, IReadOnlyList<string> LeftOut)
{
    /// <param name="subject">Who is shown only; null for all.</param>
    public static RunSummary Of(EvaluationRun run, IEnumerable<SubjectEvaluation>? withLines, string? subject) =>
        new(run.Issues.Count, withLines?.Sum(one => one.Payout?.Held ?? 0), subject is null ? LeftOutOf(run) : []);

    public bool IsClean => Issues == 0 && Held is null or 0 && LeftOut.Count == 0;

    /// <summary>Names those left out, and counts everything in one line, the last one.</summary>
    public void Print(ToolConsole console, string language, string period)
    {
        if (LeftOut.Count > 0)
            console.Error.WriteLine(ToolText.LeftOut(language, period, string.Join(", ", LeftOut)));
        console.Error.WriteLine(ToolText.Summary(language, Issues, Held, LeftOut.Count));
    }

    /// <summary>
    /// Who has no result in any period evaluated, but stands among the subjects of no period (as --subjects gives them), in a row
    /// whose period cannot be read, in the latest period before, or in periods both before and after. Whoever was missing in the
    /// latest period before and never came back is taken to have left.
    /// </summary>
    private static List<string> LeftOutOf(EvaluationRun run)
    {
        var facts = run.Facts;
        var evaluated = run.Evaluations.SelectMany(evaluation => evaluation.Subjects).ToHashSet(StringComparer.Ordinal);
        var withoutPeriod = facts.Issues.Where(issue => issue.Period is null).Select(issue => issue.Subject).OfType<string>();
        var (before, after) = PeriodsAround(run);
        // of each kind: facts of months make up a quarter
        var latest = before.GroupBy(period => period.Kind).Select(kind => kind.Max());
        return facts.SubjectsOfNoPeriod.Concat(withoutPeriod).Concat(latest.SelectMany(facts.SubjectsIn))
            .Concat(before.SelectMany(facts.SubjectsIn).Intersect(after.SelectMany(facts.SubjectsIn)))
            .Where(subject => !evaluated.Contains(subject)).Distinct().Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>The periods of the facts, no longer than those evaluated, that begin before the first of these or after the last.</summary>
    private static (List<Period> Before, List<Period> After) PeriodsAround(EvaluationRun run)
    {
        var (first, last, yearStart) = (run.Evaluations[0].Period, run.Evaluations[^1].Period, run.Policy.FiscalYearStart);
        var periods = run.Facts.Periods.Where(period => period.Kind <= first.Kind).ToList();
        return (
            periods.Where(period => period.FirstDay(yearStart) < first.FirstDay(yearStart)).ToList(),
            periods.Where(period => period.FirstDay(yearStart) > last.LastDay(yearStart)).ToList());
    }
}
