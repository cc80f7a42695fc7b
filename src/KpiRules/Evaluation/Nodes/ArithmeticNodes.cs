// Nodes of the arithmetic operators. Not available in, not available out; a division by zero is not available.
using KpiRules.Evaluation.Frames;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

internal sealed class NegateNode(Node<decimal> operand) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        var there = operand.TryEvaluate(frame, out value);
        value = -value;
        return there;
    }
}

internal sealed class AddNode(Node<decimal> left, Node<decimal> right) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!left.TryEvaluate(frame, out value) || !right.TryEvaluate(frame, out var second))
            return false;
        value += second;
        return true;
    }
}

internal sealed class SubtractNode(Node<decimal> left, Node<decimal> right) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!left.TryEvaluate(frame, out value) || !right.TryEvaluate(frame, out var second))
            return false;
        value -= second;
        return true;
    }
}

internal sealed class MultiplyNode(Node<decimal> left, Node<decimal> right) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!left.TryEvaluate(frame, out value) || !right.TryEvaluate(frame, out var second))
            return false;
        value *= second;
        return true;
    }
}

internal sealed class DivideNode(Node<decimal> left, Node<decimal> right, NotAvailable byZero) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!left.TryEvaluate(frame, out value) || !right.TryEvaluate(frame, out var second))
            return false;
        if (second == 0)
            return frame.Fail(byZero);
        value /= second;
        return true;
    }
}

internal sealed class RemainderNode(Node<decimal> left, Node<decimal> right, NotAvailable byZero) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!left.TryEvaluate(frame, out value) || !right.TryEvaluate(frame, out var second))
            return false;
        if (second == 0)
            return frame.Fail(byZero);
        value %= second;
        return true;
    }
}

/// <summary>More than two operands of one rank, from left to right; a loop, so that a long sum needs no deep stack.</summary>
internal sealed class ArithmeticChainNode(Node<decimal>[] operands, ArithmeticSign[] signs, NotAvailable?[] byZero) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!operands[0].TryEvaluate(frame, out value))
            return false;
        for (var i = 1; i < operands.Length; i++)
        {
            if (!operands[i].TryEvaluate(frame, out var operand))
                return false;
            switch (signs[i - 1])
            {
                case ArithmeticSign.Plus:
                    value += operand;
                    break;
                case ArithmeticSign.Minus:
                    value -= operand;
                    break;
                case ArithmeticSign.Times:
                    value *= operand;
                    break;
                case ArithmeticSign.Divide when operand != 0:
                    value /= operand;
                    break;
                case ArithmeticSign.Remainder when operand != 0:
                    value %= operand;
                    break;
                case ArithmeticSign.Divide or ArithmeticSign.Remainder:
                    return frame.Fail(byZero[i - 1]!);
            }
        }

        return true;
    }
}
