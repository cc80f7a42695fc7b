// The incentives with every name bound: section 10 of the ruleset format.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>What a line comes to where it exists: 0 behind a closed gate, else the inner amount.</summary>
internal sealed record LineOperation(Origin Origin, string Line, CellOperation? Exists, CellOperation? Gate, Operation Inner)
    : Operation(Origin, ValueKind.Number, Inner.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Exists = Exists is null ? null : (CellOperation)part(Exists), Gate = Gate is null ? null : (CellOperation)part(Gate), Inner = part(Inner),
    };
}

/// <summary><c>none</c>, <c>held</c>, <c>closed</c> or <c>paid</c>.</summary>
/// <param name="Amount">What the line comes to.</param>
/// <param name="Open">False where the line is closed; null where nothing can close it.</param>
internal sealed record LineStateOperation(Origin Origin, CellOperation? Exists, Operation? Open, CellOperation Amount) : Operation(Origin, ValueKind.Text, null)
{
    public const string None = "none";
    public const string Held = "held";
    public const string Closed = "closed";
    public const string Paid = "paid";

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Exists = Exists is null ? null : (CellOperation)part(Exists), Open = Open is null ? null : part(Open), Amount = (CellOperation)part(Amount),
    };
}

/// <summary>A line worked out for every record and summed; one record that is not known leaves nothing to say.</summary>
/// <param name="Applies">Null where it does to all.</param>
/// <param name="Gate">Null where there is none.</param>
internal sealed record EachOperation(Origin Origin, string Line, RecordInput Records, Operation? Applies, Operation? Gate, Operation Inner)
    : Operation(Origin, ValueKind.Number, Inner.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Applies = Applies is null ? null : part(Applies), Gate = Gate is null ? null : part(Gate), Inner = part(Inner),
    };
}

/// <summary>Whether any record to which the line applies is open, or there is none to which it does.</summary>
internal sealed record EachOpenOperation(Origin Origin, string Line, RecordInput Records, Operation? Applies, Operation Gate)
    : Operation(Origin, ValueKind.Boolean, null)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Applies = Applies is null ? null : part(Applies), Gate = part(Gate) };
}

/// <summary>A subject's part of an amount that is divided among the members of a group; it looks across finished columns.</summary>
/// <param name="Applies">Who is a member; null: all.</param>
/// <param name="When">Which members get a part; null: all.</param>
/// <param name="Share">In proportion to what; null: equally.</param>
/// <param name="Key">The attribute that members have in common; null: all are members of one.</param>
/// <param name="Presence">Available for those who have facts in the period: nobody else is a member.</param>
internal sealed record PoolOperation(
    Origin Origin, string Line, CellOperation Amount, CellOperation? Applies, CellOperation? When, CellOperation? Share, InputOperation? Key, InputOperation Presence, RoundingRule Rounding)
    : Operation(Origin, ValueKind.Number, Amount.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Amount = (CellOperation)part(Amount),
        Applies = Applies is null ? null : (CellOperation)part(Applies),
        When = When is null ? null : (CellOperation)part(When),
        Share = Share is null ? null : (CellOperation)part(Share),
        Key = Key is null ? null : (InputOperation)part(Key),
        Presence = (InputOperation)part(Presence),
    };
}

internal sealed record RoundingRule(int Decimals, Rounding Rounding);

internal sealed record RoundOperation(Origin Origin, Operation Inner, RoundingRule Rule) : Operation(Origin, ValueKind.Number, Inner.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Inner = part(Inner) };
}

/// <summary>The sum of the lines that are paid or closed, or how many are held.</summary>
internal sealed record PayoutOperation(Origin Origin, IReadOnlyList<(Operation State, Operation Amount)> Lines, bool CountsHeld)
    : Operation(Origin, ValueKind.Number, CountsHeld ? Units.Count : Units.Money)
{
    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Lines = Lines.Select(line => (part(line.State), part(line.Amount))).ToArray() };
}

/// <summary>Whether the period is the last of a span.</summary>
internal sealed record LastOfOperation(Origin Origin, PeriodKind Span, Lag Lag) : LeafOperation(Origin, ValueKind.Boolean, null), ILooksAtCalendar
{
    public Operation At(Lag lag) => this with { Lag = lag };
}

/// <summary>A schedule on what has come together since the beginning of a window, less what it was the period before.</summary>
internal sealed record AccumulateOperation(Origin Origin, string Function, TimeWindow Window, RowsOperation Rows) : Operation(Origin, ValueKind.Number, Rows.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Rows = (RowsOperation)part(Rows) };
}

/// <summary>The same pushed down to the facts.</summary>
/// <param name="IsFirst">Whether the window begins with this period.</param>
internal sealed record AccumulatedOperation(Origin Origin, Operation Now, Operation Before, InputOperation IsFirst) : Operation(Origin, ValueKind.Number, Now.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Now = part(Now), Before = part(Before), IsFirst = (InputOperation)part(IsFirst) };
}
