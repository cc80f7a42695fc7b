// Works out the columns that wait until somebody reads them: once for all rows, and for all threads.
using System.Linq;
using System.Threading;
using KpiRules.Evaluation.Frames;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class LateColumns(SheetProgram sheet, EvaluatedFrame frame)
{
    /// <summary>The column of a cell, worked out with all that waits for it.</summary>
    public Column Of(CellProgram program)
    {
        if (Volatile.Read(ref frame.Columns[program.Slot]) is { } known)
            return known;
        lock (frame)
        {
            return frame.Columns[program.Slot] ?? WorkOut(program);
        }
    }

    private Column WorkOut(CellProgram program)
    {
        // others see a column only once it and all it needs are whole
        var work = frame.With((Column[])frame.Columns.Clone(), (RecordColumns[])frame.Records.Clone());
        var (cells, inputs, records) = sheet.Needs.Waiting(program.Slot, cell => work.Columns[cell] is null);
        foreach (var input in inputs.Where(input => !input.IsOfLonger || frame.Calendar.IsLonger))
            work.Columns[sheet.SlotOf(input)] ??= frame.LateFacts!.Bind(sheet.InputOf(input));
        foreach (var input in records)
            work.Records[sheet.SlotOf(input)] ??= frame.LateFacts!.Bind(input);
        foreach (var cell in cells)
        {
            work.Columns[cell] = Column.Create(sheet.Programs[cell].Cell.Kind, frame.Subjects.Count);
            sheet.Programs[cell].Run(work, frame.Subjects.Count);
        }

        Publish(work);
        return work.Columns[program.Slot];
    }

    /// <summary>The facts first, which stand behind the cells, then each cell behind all it depends on.</summary>
    private void Publish(Frame work)
    {
        Publish(work.Records, frame.Records, 0, work.Records.Length);
        Publish(work.Columns, frame.Columns, sheet.Programs.Length, work.Columns.Length);
        Publish(work.Columns, frame.Columns, 0, sheet.Programs.Length);
    }

    /// <summary>What was there before stays: others hold it already.</summary>
    private static void Publish<T>(T?[] from, T?[] to, int start, int end)
        where T : class
    {
        for (var slot = start; slot < end; slot++)
        {
            if (from[slot] is { } found && to[slot] is null)
                Volatile.Write(ref to[slot], found);
        }
    }
}

/// <summary>Gives facts after an evaluation, for what waits until somebody reads it.</summary>
internal interface ILateFacts
{
    Column Bind(InputSlot slot);

    RecordColumns Bind(RecordInput input);
}
