// A schedule on what has come together since a window began: "Tiers over the year" in docs/format.md.
using System;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Schedules;

/// <summary>A schedule on what has come together since the beginning of a window, less what it was the period before.</summary>
internal sealed record AccumulateOperation(Origin Origin, string Function, TimeWindow Window, RowsOperation Rows)
    : SectionReachOperation(Origin, ValueKind.Number, Rows.Unit)
{
    public override Combining Combining => Combining.Never("combine.time");

    public override bool NeedsEarlier => true;

    public override Operation Map(Func<Operation, Operation> part) => this with { Rows = (RowsOperation)part(Rows) };

    public override int GetHashCode() => HashOfPartsAnd(Window);

    /// <summary>The schedule up to this period, less the schedule up to the one before, each with the rates of its own period.</summary>
    public override Operation PushDown(IPushDown pushDown, Lag lag)
    {
        var isFirst = new InputOperation(Origin, Input.WindowStart(lag, Window), ValueKind.Boolean, Unit.Unknown);
        return new AccumulatedOperation(Origin, UpTo(lag), UpTo(lag.Back(1)), isFirst);

        Operation UpTo(Lag end) => Rows with
        {
            On = ToDate(Rows.On, end),
            Per = Rows.Per is null ? null : pushDown.IsConstant(Rows.Per) ? pushDown.At(end, Rows.Per) : ToDate(Rows.Per, end),
            Bounds = Rows.Bounds.Select(bound => pushDown.At(end, bound)).ToList(),
            Values = Rows.Values.Select(value => pushDown.At(end, value)).ToList(),
        };

        Operation ToDate(Operation operation, Lag end) =>
            pushDown.At(end, new WindowOperation(operation.Origin, Function, Window, operation));
    }
}

/// <summary>A schedule that adds up over a window: what has come together up to now, less what had up to the period before.</summary>
/// <param name="IsFirst">Whether the window begins with this period.</param>
internal sealed record AccumulatedOperation(Origin Origin, Operation Now, Operation Before, InputOperation IsFirst)
    : FusedOperation(Origin, ValueKind.Number, Now.Unit)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Now = part(Now), Before = part(Before), IsFirst = (InputOperation)part(IsFirst) };

    public override int GetHashCode() => HashOfParts();

    public override Operation Expand() => Write.Where(
        [Now], Write.If(IsFirst, Now, Write.Label(StepKind.UpTo, "", [Now, Before], Write.Subtract(Now, Before))));

    public override Node Fuse(INodeBuilder nodes) =>
        new AccumulatedNode(nodes.Number(Now), nodes.Number(Before), nodes.Boolean(IsFirst));
}

/// <summary>What has come together up to now, less what had up to the period before; all of it where the window begins.</summary>
internal sealed class AccumulatedNode(Node<decimal> now, Node<decimal> before, Node<bool> isFirst) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!now.TryEvaluate(frame, out var upToNow) || !isFirst.TryEvaluate(frame, out var begins))
            return false;
        value = upToNow;
        if (begins)
            return true;
        if (!before.TryEvaluate(frame, out var upToThen))
            return false;
        value -= upToThen;
        frame.Trace?.Add(StepKind.UpTo, "", value, upToNow, upToThen);
        return true;
    }
}
