// Nodes of the arithmetic functions.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Rulesets;

namespace KpiRules.Evaluation.Nodes;

/// <summary>A function of one number that may have no value for some of them.</summary>
internal sealed class NumberFunctionNode(TryFunction function, Node<decimal> argument, NotAvailable outOfDomain) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value) =>
        argument.TryEvaluate(frame, out value) && (function(value, out value) || frame.Fail(outOfDomain));
}

internal delegate bool TryFunction(decimal argument, out decimal value);

/// <summary>A function of two numbers that may have no value for some of them.</summary>
internal sealed class NumberPairFunctionNode(TryPairFunction function, Node<decimal> first, Node<decimal> second, NotAvailable outOfDomain) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!first.TryEvaluate(frame, out value) || !second.TryEvaluate(frame, out var other))
            return false;
        return function(value, other, out value) || frame.Fail(outOfDomain);
    }
}

internal delegate bool TryPairFunction(decimal first, decimal second, out decimal value);

/// <summary>The least or greatest of several numbers.</summary>
internal sealed class ExtremeNode(Node<decimal>[] arguments, bool greatest) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!arguments[0].TryEvaluate(frame, out value))
            return false;
        for (var i = 1; i < arguments.Length; i++)
        {
            if (!arguments[i].TryEvaluate(frame, out var candidate))
                return false;
            if (greatest ? candidate > value : candidate < value)
                value = candidate;
        }

        return true;
    }
}

/// <summary>A number held between two bounds; bounds that cross have no value between them.</summary>
internal sealed class ClampNode(Node<decimal> argument, Node<decimal> low, Node<decimal> high, NotAvailable crossed) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!argument.TryEvaluate(frame, out value) || !low.TryEvaluate(frame, out var least) || !high.TryEvaluate(frame, out var most))
            return false;
        if (least > most)
            return frame.Fail(crossed);
        value = value < least ? least : value > most ? most : value;
        return true;
    }
}

/// <summary>How well a value meets its target, times a scale, which is multiplied before anything is divided.</summary>
internal sealed class AttainmentNode(Better better, Node<decimal> actual, Node<decimal> target, decimal scale, NotAvailable zeroTarget) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!actual.TryEvaluate(frame, out value) || !target.TryEvaluate(frame, out var aim))
            return false;
        if (aim == 0)
            return frame.Fail(zeroTarget);
        var size = Math.Abs(aim);
        value = better switch
        {
            Better.Higher when aim > 0 => scale * value / aim,
            Better.Higher => scale + scale * (value - aim) / size,
            Better.Lower => scale - scale * (value - aim) / size,
            Better.Nearer => scale - scale * Math.Abs(value - aim) / size,
        };
        return true;
    }
}
