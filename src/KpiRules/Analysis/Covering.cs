// Takes two numbers, says whether one is certainly not below the other: as a whole is not below a part of it.
using System;
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Analysis;

/// <param name="ofCell">What a cell is; null for one that is not known.</param>
/// <param name="canBeNegative">Whether a number may lie below 0.</param>
internal sealed class Covering(Func<string, Operation?> ofCell, Func<Operation, bool> canBeNegative)
{
    /// <summary>Through how many cells a part is looked for.</summary>
    private const int Deepest = 8;

    public bool Covers(Operation whole, Operation part) => Covers(whole, part, Deepest);

    private bool Covers(Operation whole, Operation part, int depth)
    {
        if (depth == 0)
            return false;
        if (whole.Equals(part) || IsSumWith(whole, part, depth) || IsDifferenceFrom(part, whole, depth) || IsOverMore(whole, part)
            || IsOfGroup(whole, part))
            return true;
        var (bareWhole, barePart) = (Bare(whole), Bare(part));
        return !(ReferenceEquals(bareWhole, whole) && ReferenceEquals(barePart, part)) && Covers(bareWhole, barePart, depth - 1);
    }

    /// <summary>What a number is where it is there.</summary>
    private Operation Bare(Operation operation) => operation switch
    {
        CellOperation cell when cell.Lag.IsNone && ofCell(cell.Cell) is { } other => other,
        GuardOperation guard => guard.Inner,
        LabelOperation label => label.Inner,
        // others: stand for themselves
        _ => operation,
    };

    /// <summary>The part, and more that is not negative.</summary>
    private bool IsSumWith(Operation whole, Operation part, int depth) =>
        whole is ArithmeticOperation { IsSum: true } sum && sum.Signs.All(sign => sign == ArithmeticSign.Plus)
        && sum.Operands.Any(operand => Covers(operand, part, depth - 1)) && !sum.Operands.Any(canBeNegative);

    /// <summary>The whole, less what is not negative.</summary>
    private bool IsDifferenceFrom(Operation part, Operation whole, int depth) =>
        part is ArithmeticOperation { IsSum: true } difference && difference.Signs.All(sign => sign == ArithmeticSign.Minus)
        && Covers(whole, difference.Operands[0], depth - 1) && !difference.Operands.Skip(1).Any(canBeNegative);

    /// <summary>The same over records of which the part has only some.</summary>
    private bool IsOverMore(Operation whole, Operation part) => whole is FoldOperation all && part is FoldOperation some
        && all.Records.Equals(some.Records) && all.Function == some.Function
        && all.Function.Form is CountForm or CombineForm { Combine: Facts.Combine.Sum }
        && Equals(all.Value, some.Value) && (all.Value is null || !canBeNegative(all.Value)) && some.Condition is not null
        && (all.Condition is null || !ConditionSpace.CanHold([some.Condition], [all.Condition]));

    /// <summary>What a group has together, of which the subject is one.</summary>
    private bool IsOfGroup(Operation whole, Operation part) =>
        Bare(whole) is GroupOperation { Function: GroupFunction.Sum, Members: not MembersKind.Reports, Conditions.Count: 0 } group
        && (group.Source.Equals(part) || Bare(group.Source).Equals(Bare(part))) && !canBeNegative(part);
}
