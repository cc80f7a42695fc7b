// The incentives with every name bound: section 10 of the ruleset format.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>What a line comes to where it exists: 0 behind a closed gate, else the inner amount.</summary>
/// <param name="Exists">Null where it always does.</param>
/// <param name="Gate">Null where there is none.</param>
internal sealed record LineOperation(Origin Origin, string Line, CellOperation? Exists, CellOperation? Gate, Operation Inner)
    : SectionOperation(Origin, ValueKind.Number, Inner.Unit)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Line(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Exists = Exists is null ? null : (CellOperation)part(Exists), Gate = Gate is null ? null : (CellOperation)part(Gate), Inner = part(Inner),
    };

    public override Operation Expand()
    {
        var amount = Gate is null ? Inner : Write.If(Gate, Inner, Write.Number(0));
        if (Exists is null)
            return amount;
        var exists = Write.Guard(Exists, new Reason(CauseKind.DoesNotApply, Line), amount);
        return Write.Guard(Write.Available(Exists), new Reason(CauseKind.ApplicabilityUnknown, Line, Cell: Exists.Cell), exists);
    }
}

/// <summary><c>none</c>, <c>held</c>, <c>closed</c> or <c>paid</c>.</summary>
/// <param name="Amount">What the line comes to.</param>
/// <param name="Open">False where the line is closed; null where nothing can close it.</param>
internal sealed record LineStateOperation(Origin Origin, CellOperation? Exists, Operation? Open, CellOperation Amount) : SectionOperation(Origin, ValueKind.Text, null)
{
    public const string None = "none";
    public const string Held = "held";
    public const string Closed = "closed";
    public const string Paid = "paid";

    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.LineState(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Exists = Exists is null ? null : (CellOperation)part(Exists), Open = Open is null ? null : part(Open), Amount = (CellOperation)part(Amount),
    };

    public override Operation Expand()
    {
        var states = new List<(Operation, Operation)>();
        if (Exists is not null)
        {
            states.Add((Write.Not(Write.Available(Exists)), Write.Text(Held)));
            states.Add((Write.Not(Exists), Write.Text(None)));
        }

        states.Add((Write.Not(Write.Available(Amount)), Write.Text(Held)));
        if (Open is not null)
            states.Add((Write.Not(Write.Default(Open, Write.Boolean(false))), Write.Text(Closed)));
        return Write.Choose(states, Write.Text(Paid));
    }
}

/// <summary>A line worked out for every record and summed; one record that is not known leaves nothing to say.</summary>
/// <param name="Applies">Null where it does to all.</param>
/// <param name="Gate">Null where there is none.</param>
internal sealed record EachOperation(Origin Origin, string Line, RecordInput Records, Operation? Applies, Operation? Gate, Operation Inner)
    : SectionOperation(Origin, ValueKind.Number, Inner.Unit), ILooksAtRecords
{
    public Operation Over(RecordInput records) => this with { Records = records };

    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Each(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Applies = Applies is null ? null : part(Applies), Gate = Gate is null ? null : part(Gate), Inner = part(Inner),
    };

    public override Operation Expand()
    {
        var zero = Write.Number(0);
        var open = Gate is null ? Inner : Write.If(Gate, Inner, zero);
        var each = Applies is null ? open : Write.If(Applies, open, zero);
        return new FoldOperation(Origin, Records, RecordFunctions.Sum, each, null, Unit, TellsRecords: true);
    }
}

/// <summary>Whether any record to which the line applies is open, or there is none to which it does.</summary>
internal sealed record EachOpenOperation(Origin Origin, string Line, RecordInput Records, Operation? Applies, Operation Gate)
    : SectionOperation(Origin, ValueKind.Boolean, null), ILooksAtRecords
{
    public Operation Over(RecordInput records) => this with { Records = records };

    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.EachOpen(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Applies = Applies is null ? null : part(Applies), Gate = part(Gate) };

    public override Operation Expand()
    {
        var (zero, one) = (Write.Number(0), Write.Number(1));
        var isOpen = Write.If(Gate, one, zero);
        // the record that is not known is the first of all, whether its gate or what it applies to is at fault
        var each = Applies is null ? isOpen : Write.If(Applies, isOpen, zero);
        var open = new FoldOperation(Origin, Records, RecordFunctions.Sum, each, null, Units.Count);
        var applicable = new FoldOperation(Origin, Records, RecordFunctions.Count, null, Applies, Units.Count);
        return Write.Where([open], Write.Any([Write.Equal(applicable, zero), Write.Greater(open, zero)]));
    }
}

/// <summary>The sum of the lines that are paid or closed, or how many are held.</summary>
internal sealed record PayoutOperation(Origin Origin, IReadOnlyList<(Operation State, Operation Amount)> Lines, bool CountsHeld)
    : SectionOperation(Origin, ValueKind.Number, CountsHeld ? Units.Count : Units.Money)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Payout(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Lines = Lines.Select(line => (part(line.State), part(line.Amount))).ToArray() };

    public override Operation Expand()
    {
        var (write, countsHeld) = (Write, CountsHeld);
        return write.Sum([write.Number(0), .. Lines.Select(line => countsHeld ? Held(line.State) : Paid(line.State, line.Amount))]);

        Operation Held(Operation state) => write.If(Is(state, LineStateOperation.Held), write.Number(1), write.Number(0));

        Operation Paid(Operation state, Operation amount) => write.If(
            write.Any([Is(state, LineStateOperation.Paid), Is(state, LineStateOperation.Closed)]), amount, write.Number(0));

        Operation Is(Operation state, string word) => write.Equal(state, write.Text(word));
    }
}

/// <summary>A schedule that adds up over a window: what has come together up to now, less what had up to the period before.</summary>
/// <param name="IsFirst">Whether the window begins with this period.</param>
internal sealed record AccumulatedOperation(Origin Origin, Operation Now, Operation Before, InputOperation IsFirst) : SectionOperation(Origin, ValueKind.Number, Now.Unit)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Accumulated(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Now = part(Now), Before = part(Before), IsFirst = (InputOperation)part(IsFirst) };

    public override Operation Expand() => Write.Where(
        [Now], Write.If(IsFirst, Now, Write.Label(StepKind.UpTo, "", [Now, Before], Write.Subtract(Now, Before))));
}
