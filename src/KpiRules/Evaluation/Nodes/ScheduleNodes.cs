// Nodes of schedules. Bounds are half-open: a row holds from its bound, inclusive, to the next one's, exclusive.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Kernel;

namespace KpiRules.Evaluation.Nodes;

/// <summary>The bounds of a schedule, each multiplied by its <c>per</c>; they must go up.</summary>
/// <param name="per">Null is 1.</param>
/// <param name="alikeAllowed">Whether a bound may equal the one before it: a jump between two points.</param>
internal sealed class Bounds(Node<decimal>[] bounds, Node<decimal>? per, bool alikeAllowed, NotAvailable outOfOrder, NotAvailable perNotPositive)
{
    public int Count => bounds.Length;

    public bool TryScale(Frame frame, out decimal scale)
    {
        scale = 1;
        if (per is null)
            return true;
        return per.TryEvaluate(frame, out scale) && (scale > 0 || frame.Fail(perNotPositive));
    }

    public bool TryAt(Frame frame, int index, decimal scale, out decimal bound)
    {
        var there = bounds[index].TryEvaluate(frame, out bound);
        bound *= scale;
        return there;
    }

    /// <summary>The last row whose bound is not above the value, or -1; and its bound with the next one's.</summary>
    public bool TryFind(Frame frame, decimal value, out int row, out decimal bound, out decimal next)
    {
        (row, bound, next) = (-1, 0, 0);
        if (!TryScale(frame, out var scale))
            return false;
        for (var i = 0; i < bounds.Length; i++)
        {
            if (!TryAt(frame, i, scale, out var candidate))
                return false;
            if (i > 0 && (candidate < next || (candidate == next && !alikeAllowed)))
                return frame.Fail(outOfOrder);
            next = candidate;
            if (candidate > value)
                return true;
            (row, bound) = (i, candidate);
        }

        return true;
    }
}

/// <summary>The value of the row that holds <c>on</c>; below the first row, 0.</summary>
internal sealed class StepsNode(Node<decimal> on, Bounds bounds, Node<decimal>[] values) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!on.TryEvaluate(frame, out var amount) || !bounds.TryFind(frame, amount, out var row, out var from, out var next))
        {
            value = 0;
            return false;
        }

        value = 0;
        if (row >= 0 && !values[row].TryEvaluate(frame, out value))
            return false;
        frame.Trace?.Add(StepKind.Row, "", value, amount, row < 0 ? null : from, row + 1 == bounds.Count ? null : next);
        return true;
    }
}

/// <summary>Each row's rate times the part of <c>on</c> that lies in it; from a first bound of 0 the first rate goes on below.</summary>
internal sealed class MarginalNode(Node<decimal> on, Bounds bounds, Node<decimal>[] rates, NotAvailable outOfOrder) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!on.TryEvaluate(frame, out var amount) || !bounds.TryScale(frame, out var scale) || !bounds.TryAt(frame, 0, scale, out var lower))
            return false;
        if (amount <= lower)
            return lower != 0 || amount == 0 || TryAdd(frame, 0, amount, ref value, null, lower);
        for (var row = 0; row < bounds.Count; row++)
        {
            var upper = amount;
            var isLast = row + 1 == bounds.Count;
            if (!isLast && !bounds.TryAt(frame, row + 1, scale, out upper))
                return false;
            if (!isLast && upper <= lower)
                return frame.Fail(outOfOrder);
            if (!TryAdd(frame, row, System.Math.Min(amount, upper) - lower, ref value, lower, isLast ? null : upper))
                return false;
            if (amount <= upper)
                return true;
            lower = upper;
        }

        return true;
    }

    private bool TryAdd(Frame frame, int row, decimal part, ref decimal sum, decimal? lower, decimal? upper)
    {
        if (!rates[row].TryEvaluate(frame, out var rate))
            return false;
        var more = rate * part;
        sum += more;
        frame.Trace?.Add(StepKind.Tier, "", more, part, rate, lower, upper);
        return true;
    }
}

/// <summary>Straight lines between points, flat beyond both ends; at a jump the later value.</summary>
internal sealed class PointsNode(Node<decimal> on, Bounds bounds, Node<decimal>[] values) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        if (!on.TryEvaluate(frame, out value) || !bounds.TryFind(frame, value, out var row, out var from, out var to))
            return false;
        var distance = value - from;
        var amount = value;
        if (!values[row < 0 ? 0 : row].TryEvaluate(frame, out value))
            return false;
        if (row < 0 || row + 1 == bounds.Count || distance == 0)
        {
            frame.Trace?.Add(StepKind.Line, "", value, amount);
            return true;
        }

        if (!values[row + 1].TryEvaluate(frame, out var end))
            return false;
        var start = value;
        value += (end - start) * distance / (to - from);
        frame.Trace?.Add(StepKind.Line, "", value, amount, from, start, to, end);
        return true;
    }
}

/// <summary>A value by text.</summary>
/// <param name="otherwise">For any other text; null where there is none.</param>
internal sealed class CasesNode(Node<string> on, IReadOnlyDictionary<string, Node<decimal>> cases, Node<decimal>? otherwise, NotAvailable noCase) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!on.TryEvaluate(frame, out var text))
            return false;
        if (!cases.TryGetValue(text, out var found) && (found = otherwise) is null)
            return frame.Fail(noCase);
        if (!found.TryEvaluate(frame, out value))
            return false;
        frame.Trace?.Add(StepKind.Case, text, value);
        return true;
    }
}

/// <summary>A value by two others; below either first bound, 0.</summary>
/// <param name="values">Row by row.</param>
internal sealed class GridNode(Node<decimal> rowOn, Bounds rows, Node<decimal> columnOn, Bounds columns, Node<decimal>[] values) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!rowOn.TryEvaluate(frame, out var first) || !columnOn.TryEvaluate(frame, out var second))
            return false;
        if (!rows.TryFind(frame, first, out var row, out var rowFrom, out _) || !columns.TryFind(frame, second, out var column, out var columnFrom, out _))
            return false;
        if (row >= 0 && column >= 0 && !values[row * columns.Count + column].TryEvaluate(frame, out value))
            return false;
        frame.Trace?.Add(StepKind.Field, "", value, first, row < 0 ? null : rowFrom, second, column < 0 ? null : columnFrom);
        return true;
    }
}
