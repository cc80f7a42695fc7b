// Takes what a line earns, gives one of the parts into which its release divides it.
using System;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives.Releases;

/// <summary>
/// A part by largest remainder: whole units first, what is left to the largest remainders, those alike to the earlier part; of a
/// negative amount as of its opposite.
/// </summary>
/// <param name="Shares">Of all parts; they add up to 1.</param>
/// <param name="Index">Which part it is.</param>
/// <param name="Decimals">How many a unit has.</param>
internal sealed record PartOperation(Origin Origin, Operation Amount, ValueList<decimal> Shares, int Index, int Decimals)
    : FusedOperation(Origin, ValueKind.Number, Unit.Money)
{
    public override Combining Combining => Combining.Never("combine.line");

    public override Operation Map(Func<Operation, Operation> part) => this with { Amount = part(Amount) };

    public override int GetHashCode() => HashOfPartsAnd((Shares, Index, Decimals));

    public override Operation Expand()
    {
        var write = Write;
        var unit = write.Number(new decimal(1, 0, 0, false, (byte)Decimals));
        var units = write.Divide(Call(SignFunctions.Abs, Amount), unit);
        var exact = Shares.Select(share => write.Multiply(units, write.Number(share))).ToList();
        var whole = exact.Select(one => Call(RoundingFunctions.Floor, one)).ToList();
        var remainders = exact.Zip(whole, write.Subtract).ToList();
        var own = remainders[Index];
        // how many come before it in getting a unit more
        var before = write.Sum(remainders.Where((_, i) => i != Index).Select((other, i) => write.If(
            i < Index ? write.AtLeast(other, own) : write.Greater(other, own), write.Number(1), write.Number(0))).ToList());
        var size = write.Multiply(
            write.Add(whole[Index], write.If(write.Less(before, write.Sum(remainders)), write.Number(1), write.Number(0))), unit);
        return write.If(write.Less(Amount, write.Number(0)), new NegationOperation(Origin, size), size);
    }

    public override Node Fuse(INodeBuilder nodes) => new PartNode(nodes.Number(Amount), WholeWeights.Of(Shares), Index, Decimals);

    private Operation Call(RowFunction function, Operation argument) =>
        new CallOperation(Origin, function, [argument], ValueKind.Number, Unit.Plain);
}

/// <summary>One of the parts of an amount.</summary>
internal sealed class PartNode(Node<decimal> amount, WholeWeights shares, int index, int decimals) : Node<decimal>
{
    private readonly decimal _unit = new(1, 0, 0, false, (byte)decimals);

    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!amount.TryEvaluate(frame, out value))
            return false;
        value = Apportionment.Divide(value, shares, _unit)[index];
        return true;
    }
}
