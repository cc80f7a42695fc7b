// What targets are in each period by itself: evaluations of the same facts as seen from other periods, of these cells alone.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <remarks>
/// A period is looked at when a target is first asked for in it, and then kept: targets that look at other targets of several
/// periods share what was worked out. Safe to share between threads.
/// </remarks>
internal sealed class PeriodTargets(SheetProgram sheet, FactHistory history, bool missingIsZero)
{
    private readonly Dictionary<Period, EvaluatedFrame> _frames = [];
    private readonly object _gate = new();
    private FactHistory? _subjects;

    /// <summary>The column of a cell in a period; its rows are those of the evaluation, and behind them others.</summary>
    public Column ColumnOf(CellProgram program, Period period)
    {
        lock (_gate)
        {
            return new LateColumns(sheet, FrameOf(period)).Of(program);
        }
    }

    /// <summary>Why a cell has no value in a period, down to where it began; every step says in which period.</summary>
    public NotAvailable CauseOf(CellProgram program, Period period, int row)
    {
        lock (_gate)
        {
            return Told(FrameOf(period), FrameOf(period).Columns[program.Slot].CauseAt(row)!, row);
        }
    }

    private EvaluatedFrame FrameOf(Period period)
    {
        if (!_frames.TryGetValue(period, out var frame))
        {
            // whoever is in a group then may not be evaluated now
            _subjects ??= sheet.LooksAcross ? history.WithOthers() : history;
            var seen = _subjects.SeenFrom(period);
            var (columns, records) = (new Column[sheet.SlotCount], new RecordColumns[sheet.Records.Count]);
            _frames.Add(period, frame = new EvaluatedFrame(columns, seen.Calendar, seen.Subjects, seen.Subjects.Count, records)
            {
                History = seen,
                LateFacts = new LateDatasetFacts(sheet, seen, null, missingIsZero, this),
                Targets = this,
                Tables = new GivenTables(seen.Dataset.Tables, seen.Calendar),
            });
        }

        return frame;
    }

    /// <summary>The steps without the cells they lead through, which are another period's.</summary>
    private NotAvailable Told(Frame frame, NotAvailable first, int row)
    {
        var marks = new Stack<NotAvailable>();
        for (var mark = first; mark is not null; mark = mark.Inner ?? CauseIn(mark.Because))
        {
            marks.Push(mark);
            row = mark.Row ?? row;
        }

        NotAvailable? told = null;
        var period = frame.Calendar.Period;
        while (marks.Count > 0)
        {
            var mark = marks.Pop();
            var then = NamesPeriods(mark.Kind) ? mark.Period : mark.Period ?? mark.Lag?.From(period) ?? period;
            told = mark with { Because = null, Row = null, Inner = told, Lag = null, Period = then };
        }

        return told!;

        NotAvailable? CauseIn(string? cell) => cell is null ? null : frame.Columns[sheet.ProgramOf(cell)!.Slot].CauseAt(row);
    }

    /// <summary>What says itself of which periods it tells.</summary>
    public static bool NamesPeriods(CauseKind kind) =>
        kind is CauseKind.NoFacts or CauseKind.Incomplete or CauseKind.AcrossPeriods or CauseKind.NoSuchPeriod;
}
