// Takes the facts of an evaluation, reports those of periods shorter than the policy's that nothing is made of: some are missing,
// or it is given itself.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal static class FinerFacts
{
    /// <summary>One issue a subject, period and length of the shorter ones.</summary>
    public static void Report(SheetProgram sheet, FactHistory history, List<DataIssue> issues)
    {
        var calendar = history.Calendar;
        if (calendar.Period.Kind < calendar.PolicyKind)
            return;
        foreach (var period in calendar.PolicyPeriods(calendar.Period).Where(calendar.HasBegun).Select(history.At))
        {
            foreach (var parts in period.Parts)
            {
                var facts = sheet.FactsByName.Values.Where(
                    fact => fact.Role != FactRole.Attribute && parts.Any(part => part.Table.Has(fact.Name))).ToArray();
                for (var row = 0; facts.Length > 0 && row < history.Evaluated.Count; row++)
                    Report(history, period, parts, facts, row, issues);
                foreach (var list in sheet.Lists)
                    ReportRecords(history.Dataset, list.Name, period, parts, issues);
            }
        }
    }

    private static void Report(
        FactHistory history, PeriodFacts period, IReadOnlyList<PeriodFacts> parts, FactDefinition[] facts, int row, List<DataIssue> issues)
    {
        foreach (var fact in facts)
        {
            if (parts.FirstOrDefault(part => part.WasGiven(row, fact)) is not { } given)
                continue;
            var origin = given.Table.OriginOf(given.RowOf(row)).Written;
            var used = period.WasGiven(row, fact) ? null : period.PartsFor(row, fact);
            if (!ReferenceEquals(used, parts))
            {
                issues.Add(DataIssues.GivenForLonger(
                    origin,
                    history.Subjects[row],
                    given.Period,
                    fact.Name,
                    used is null ? period.Period.ToString() : used[0].Period.ToString()));
                return;
            }

            var begun = parts.Where(part => part.EndDay >= history.FirstDayOf(row) && history.Calendar.HasBegun(part.Period)).ToList();
            var needed = fact.Combine == Combine.Last ? begun.Skip(begun.Count - 1).ToList() : begun;
            var missing = needed.Where(part => !part.Has(row)).ToList();
            if (missing.Count == 0)
                continue;
            issues.Add(DataIssues.DoesNotMakeUp(
                origin, history.Subjects[row], period.Period, fact.Name, given.Period, missing[0].Period, missing.Count, begun.Count));
            return;
        }
    }

    private static void ReportRecords(
        Dataset dataset, string list, PeriodFacts period, IReadOnlyList<PeriodFacts> parts, List<DataIssue> issues)
    {
        var own = dataset.RecordsOf(list, period.Period);
        foreach (var part in parts)
        {
            foreach (var subject in dataset.RecordsOf(list, part.Period).Subjects.Where(subject => own.RangeOf(subject).Count > 0))
                issues.Add(DataIssues.GivenForLonger(null, subject, part.Period, list, period.Period.ToString()));
        }
    }
}
