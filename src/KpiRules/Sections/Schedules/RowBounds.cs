// Where the rows of a schedule begin, once the facts say it.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Schedules;

/// <summary>The bounds of a schedule, each multiplied by its <c>per</c>; they must go up.</summary>
/// <param name="per">Null is 1.</param>
/// <param name="alikeAllowed">Whether a bound may equal the one before it: a jump between two points.</param>
internal sealed class RowBounds(
    Node<decimal>[] bounds, Node<decimal>? per, bool alikeAllowed, NotAvailable outOfOrder, NotAvailable perNotPositive)
{
    /// <param name="owner">Whose bounds they are, for causes.</param>
    /// <param name="per">Multiplies every bound; null is 1.</param>
    public static RowBounds Of(INodeBuilder nodes, string owner, IReadOnlyList<Operation> bounds, Operation? per, bool alikeAllowed) => new(
        bounds.Select(nodes.Number).ToArray(),
        per is null ? null : nodes.Number(per),
        alikeAllowed,
        new NotAvailable(CauseKind.BoundsOutOfOrder, owner),
        new NotAvailable(CauseKind.PerNotPositive, owner, per?.Origin.Text ?? ""));

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
