// What is one thing in a period of the facts, and another in a longer one.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>One value in a period as long as those of the policy's facts, another in a longer one that is made of several.</summary>
internal sealed record ByLengthOperation(Origin Origin, Operation InPeriod, Operation InLonger)
    : FusedOperation(Origin, ValueKind.Number, InPeriod.Unit)
{
    public override Combining Combining => Combining.Never("combine.other");

    public override Operation Map(Func<Operation, Operation> part) => this with { InPeriod = part(InPeriod), InLonger = part(InLonger) };

    public override int GetHashCode() => HashOfParts();

    public override Operation Expand() => Write.If(Write.Calendar(CalendarFact.IsLonger, Lag.None), InLonger, InPeriod);

    public override Node Fuse(INodeBuilder nodes) => new ByLengthNode(nodes.Number(InPeriod), nodes.Number(InLonger));
}

/// <summary>One value in a period as long as the policy's, another in a longer one.</summary>
internal sealed class ByLengthNode(Node<decimal> inPeriod, Node<decimal> inLonger) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value) =>
        (frame.Calendar.IsLonger ? inLonger : inPeriod).TryEvaluate(frame, out value);
}
