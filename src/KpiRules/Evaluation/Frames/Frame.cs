// What the nodes of one evaluation look at: the columns, the row they are at, and the period.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Evaluation.Frames;

/// <remarks>Its state is the row, the record and the cause: whoever reads results later takes a copy.</remarks>
internal class Frame(Column[] columns, PeriodCalendar calendar, IReadOnlyList<string> subjects, int evaluatedRows, RecordColumns[] records)
{
    private Dictionary<Lag, PeriodCalendar>? _earlier;

    /// <summary>The columns of all cells and inputs, by slot.</summary>
    public Column[] Columns { get; } = columns;

    public PeriodCalendar Calendar { get; } = calendar;

    /// <summary>The ids of the subjects, by row.</summary>
    public IReadOnlyList<string> Subjects { get; } = subjects;

    /// <summary>How many of the rows are evaluated; those behind are others, of whom somebody may ask what they did earlier.</summary>
    public int EvaluatedRows { get; } = evaluatedRows;

    /// <summary>The records that functions look at, by slot.</summary>
    public RecordColumns[] Records { get; } = records;

    public int Row { get; set; }

    /// <summary>The record looked at, by its place in the columns of its records.</summary>
    public int Record { get; set; }

    /// <summary>Why the value last asked for was not available; only meaningful right after a node has said so.</summary>
    public NotAvailable? Cause { get; set; }

    /// <summary>The rows of tables that come with the facts; null where none can.</summary>
    public GivenTables? Tables { get; init; }

    /// <summary>What programs that look across subjects remember.</summary>
    public FrameNotes Notes { get; private init; } = new();

    /// <summary>Where nodes keep notes of what they do; null where nobody asks.</summary>
    public Trace? Trace { get; init; }

    /// <param name="trace">Where nodes keep notes; null for nobody asks.</param>
    public Frame Copy(Trace? trace = null) => new(Columns, Calendar, Subjects, EvaluatedRows, Records)
    {
        Tables = Tables,
        Notes = Notes,
        Trace = trace,
    };

    /// <summary>The same over other columns, such as those worked out after the evaluation.</summary>
    public Frame With(Column[] columns, RecordColumns[] records) =>
        new(columns, Calendar, Subjects, EvaluatedRows, records) { Tables = Tables, Notes = Notes };

    /// <summary>Leaves a cause and says no, for a node that has no value.</summary>
    public bool Fail(NotAvailable cause)
    {
        Cause = cause;
        return false;
    }

    /// <summary>
    /// The calendar of an earlier period; where there is none, nobody asks but who finds out next that there are no facts.
    /// </summary>
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
