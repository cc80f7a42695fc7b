// The rows of tables that come with the facts, as one evaluation sees them: which hold for a period.
using System.Collections.Concurrent;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Lookup;

namespace KpiRules.Evaluation.Frames;

/// <remarks>Each period is looked at when a lookup first asks for it. Safe for threads.</remarks>
internal sealed class GivenTables(GivenTableRows given, PeriodCalendar calendar)
{
    private readonly ConcurrentDictionary<(LookupTable Table, Period Period), GivenIndex?> _known = [];

    /// <summary>The rows that hold for a period; null where none are given up to it.</summary>
    public GivenIndex? RowsFor(LookupTable table, Period period) =>
        _known.TryGetValue((table, period), out var known) ? known : _known.GetOrAdd((table, period), Find(table.Definition, period));

    /// <summary>
    /// A period's own rows, else those of the latest that came before it, or that is a part of it and has begun, else those
    /// without a period.
    /// </summary>
    private GivenIndex? Find(TableDefinition table, Period period)
    {
        var found = given.Of(table.Name)
            .Where(rows => rows.Period is null || rows.Period == period || Holds(rows.Period.Value, period))
            .OrderByDescending(rows => rows.Period == period)
            .ThenByDescending(rows => rows.Period is { } other ? DayFrom(other, period) : int.MinValue)
            .ThenBy(rows => rows.Period?.Kind)
            .FirstOrDefault();
        return found is null ? null : GivenIndex.Of(table, found);
    }

    private bool Holds(Period other, Period period)
    {
        var (day, year) = (DayFrom(other, period), calendar.FiscalYearStart);
        return day < period.StartDayNumber(year) || (day <= period.AnchorDayNumber(year) && calendar.HasBegun(other));
    }

    /// <summary>
    /// The day by which a period comes before others: its last. One that is longer than another, and no longer than the policy's,
    /// holds from its first day on: records may be given by day.
    /// </summary>
    private int DayFrom(Period other, Period period)
    {
        var year = calendar.FiscalYearStart;
        var isAround = other.Kind > period.Kind && other.Kind <= calendar.PolicyKind;
        return isAround ? other.StartDayNumber(year) : other.AnchorDayNumber(year);
    }
}
