// Nodes of the schedules along one value.
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Kernel;

namespace KpiRules.Sections.Schedules;

/// <summary>The value of the row that holds <c>on</c>; below the first row, 0.</summary>
internal sealed class StepsNode(Node<decimal> on, RowBounds bounds, Node<decimal>[] values) : Node<decimal>
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
internal sealed class MarginalNode(Node<decimal> on, RowBounds bounds, Node<decimal>[] rates, NotAvailable outOfOrder) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!on.TryEvaluate(frame, out var amount)
            || !bounds.TryScale(frame, out var scale)
            || !bounds.TryAt(frame, 0, scale, out var lower))
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
internal sealed class PointsNode(Node<decimal> on, RowBounds bounds, Node<decimal>[] values) : Node<decimal>
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
