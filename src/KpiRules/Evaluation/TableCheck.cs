// Takes the rows of tables that come with the facts, reports those that nothing can use, and what is wrong in those that hold.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Lookup;

namespace KpiRules.Evaluation;

internal static class TableCheck
{
    /// <summary>Rows that hold for the period, or for a part of it, are its own to report; others are those of other periods.</summary>
    public static void Report(
        IReadOnlyList<LookupTable> tables, GivenTableRows given, GivenTables rows, PeriodCalendar calendar, List<DataIssue> issues)
    {
        foreach (var name in given.Tables.OrderBy(name => name, StringComparer.Ordinal))
        {
            if (tables.FirstOrDefault(table => table.Definition.Name == name) is not { } table)
                issues.Add(TableIssues.Unused(name, () => ClosestName.Find(name, GivenAmong(tables))));
            else if (table.Rows is not null)
                issues.Add(TableIssues.HasRowsOfItsOwn(name));
            else
                issues.AddRange(InForce(table, given, rows, calendar).SelectMany(index => index.Issues));
        }
    }

    private static IEnumerable<string> GivenAmong(IReadOnlyList<LookupTable> tables) =>
        tables.Where(table => table.Definition.IsGiven).Select(table => table.Definition.Name);

    private static IEnumerable<GivenIndex> InForce(LookupTable table, GivenTableRows given, GivenTables rows, PeriodCalendar calendar)
    {
        var year = calendar.FiscalYearStart;
        return given.Of(table.Definition.Name).Select(one => one.Period).OfType<Period>()
            .Where(period => period.StartDayNumber(year) >= calendar.FirstDay && period.AnchorDayNumber(year) <= calendar.LastDay)
            .OrderBy(period => period).Append(calendar.Period)
            .Select(period => rows.RowsFor(table, period)).OfType<GivenIndex>().Distinct();
    }
}
