// What the nodes of one evaluation look at: the columns, the row they are at, and the period.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class Frame(Column[] columns, PeriodCalendar calendar, IReadOnlyList<string> subjects)
{
    private Dictionary<Lag, PeriodCalendar>? _earlier;

    /// <summary>The columns of all cells and inputs, by slot.</summary>
    public Column[] Columns { get; } = columns;

    public PeriodCalendar Calendar { get; } = calendar;

    /// <summary>The ids of the subjects, by row.</summary>
    public IReadOnlyList<string> Subjects { get; } = subjects;

    public int Row { get; set; }

    /// <summary>Why the value last asked for was not available; only meaningful right after a node has said so.</summary>
    public NotAvailable? Cause { get; set; }

    /// <summary>Leaves a cause and says no, for a node that has no value.</summary>
    public bool Fail(NotAvailable cause)
    {
        Cause = cause;
        return false;
    }

    /// <summary>The calendar of an earlier period; where there is none, nobody asks but who finds out next that there are no facts.</summary>
    public PeriodCalendar CalendarAt(Lag lag)
    {
        if (lag.IsNone)
            return Calendar;
        _earlier ??= [];
        if (!_earlier.TryGetValue(lag, out var calendar))
            _earlier.Add(lag, calendar = lag.From(Calendar.Period) is { } period ? Calendar.At(period) : Calendar);
        return calendar;
    }
}
