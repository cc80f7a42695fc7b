// What the lines come to together.
using System;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Sections.Incentives;

/// <summary>What a line gives to the payout.</summary>
/// <param name="IsDue">Whether it counts whatever the state is, as far as it is known.</param>
internal sealed record PayoutLine(Operation State, Operation Amount, bool IsDue);

/// <summary>The sum of the lines that are paid or closed, or how many are held.</summary>
internal sealed record PayoutOperation(Origin Origin, ValueList<PayoutLine> Lines, bool CountsHeld)
    : FusedOperation(Origin, ValueKind.Number, CountsHeld ? Unit.Count : Unit.Money)
{
    public override Combining Combining => Combining.Never("combine.line");

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Lines = Lines.Select(line => line with { State = part(line.State), Amount = part(line.Amount) }).ToArray() };

    public override int GetHashCode() => HashOfPartsAnd(CountsHeld);

    public override Operation Expand()
    {
        var (write, countsHeld) = (Write, CountsHeld);
        return write.Sum([write.Number(0), .. Lines.Select(line => countsHeld ? Held(line.State)
            : line.IsDue ? write.Default(line.Amount, write.Number(0)) : Paid(line.State, line.Amount))]);

        Operation Held(Operation state) => write.If(Is(state, LineState.Held), write.Number(1), write.Number(0));

        Operation Paid(Operation state, Operation amount) => write.If(
            write.Any([Is(state, LineState.Paid), Is(state, LineState.Closed)]), amount, write.Number(0));

        Operation Is(Operation state, LineState which) => write.Equal(state, write.Text(which));
    }

    public override Node Fuse(INodeBuilder nodes) =>
        new PayoutNode(
            Lines.Select(line => (nodes.Text(line.State), nodes.Number(line.Amount), line.IsDue)).ToArray(), CountsHeld);
}

/// <summary>The sum of the lines that are paid or closed, or how many are held.</summary>
internal sealed class PayoutNode((Node<string> State, Node<decimal> Amount, bool IsDue)[] lines, bool countsHeld) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        foreach (var line in lines)
        {
            if (!line.State.TryEvaluate(frame, out var state))
                return false;
            var (isHeld, isCounted) = EnumText<LineState>.Parse(state) switch
            {
                LineState.None => (false, false),
                LineState.Held => (true, false),
                LineState.Closed or LineState.Paid => (false, true),
            };
            if (countsHeld)
                value += isHeld ? 1 : 0;
            if (countsHeld || !(isCounted || line.IsDue))
                continue;
            // what is paid or closed has an amount: a total without it would be wrong
            if (line.Amount.TryEvaluate(frame, out var amount))
                value += amount;
            else if (!line.IsDue)
                return false;
        }

        return true;
    }
}
