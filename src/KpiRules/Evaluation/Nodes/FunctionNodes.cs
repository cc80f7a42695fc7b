// Nodes of the arithmetic functions.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>A function of one number that may have no value for some of them.</summary>
internal sealed class NumberFunctionNode(TryNumber function, Node<decimal> argument, NotAvailable outOfDomain) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value) =>
        argument.TryEvaluate(frame, out value) && (function(value, out value) || frame.Fail(outOfDomain));
}

/// <summary>A function of two numbers that may have no value for some of them.</summary>
internal sealed class NumberPairFunctionNode(TryNumberPair function, Node<decimal> first, Node<decimal> second, NotAvailable outOfDomain)
    : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!first.TryEvaluate(frame, out value) || !second.TryEvaluate(frame, out var other))
            return false;
        return function(value, other, out value) || frame.Fail(outOfDomain);
    }
}

/// <summary>A function of three numbers that may have no value for some of them.</summary>
internal sealed class NumberTripleFunctionNode(
    TryNumberTriple function, Node<decimal> first, Node<decimal> second, Node<decimal> third, NotAvailable outside)
    : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!first.TryEvaluate(frame, out value) || !second.TryEvaluate(frame, out var other) || !third.TryEvaluate(frame, out var last))
            return false;
        return function(value, other, last, out value) || frame.Fail(outside);
    }
}

/// <summary>Several numbers, two at a time from left to right.</summary>
internal sealed class ReduceNode(Node<decimal>[] arguments, Func<decimal, decimal, decimal> next) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!arguments[0].TryEvaluate(frame, out value))
            return false;
        for (var i = 1; i < arguments.Length; i++)
        {
            if (!arguments[i].TryEvaluate(frame, out var number))
                return false;
            value = next(value, number);
        }

        return true;
    }
}

/// <summary>A function of any number of numbers at once, which may tell a step.</summary>
/// <param name="formula">The call, for whoever explains it.</param>
/// <param name="lag">How far back the call itself looks.</param>
internal sealed class NumbersNode<T>(TryNumbers<T> function, Node<decimal>[] arguments, string formula, Lag lag, NotAvailable outside)
    : Node<T>
{
    public override bool TryEvaluate(Frame frame, out T value)
    {
        value = default!;
        var numbers = new decimal[arguments.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!arguments[i].TryEvaluate(frame, out numbers[i]))
                return false;
        }

        return function(numbers, frame.Trace is { } trace ? TellIn(frame, trace) : null, out value) || frame.Fail(outside);
    }

    private TellStep TellIn(Frame frame, Trace trace) => (step, numbers) => trace.Add(step, Owner(frame), null, numbers);

    /// <summary>Whose step it is, such as <c>zscore(sales, 12) (2026-02)</c>.</summary>
    private string Owner(Frame frame) => lag.IsNone ? formula : $"{formula} ({lag.From(frame.Calendar.Period)})";
}
