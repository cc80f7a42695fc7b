// Adds up what becomes of the parts of a line: each record that is deferred is looked at once, however many parts there are.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;

namespace KpiRules.Sections.Incentives.Releases;

/// <param name="Number">From 1.</param>
/// <param name="When">Null: it is due as soon as it is asked for.</param>
internal sealed record PartNodes(int Number, Node<decimal> Own, Node<bool>? When, int After, int Until);

/// <summary>Where the fields stand in the list of what is deferred.</summary>
internal sealed class OpeningPlaces(RecordDefinition list)
{
    public int Part { get; } = list.IndexOf(Opening.Part);

    public int Wait { get; } = list.IndexOf(Opening.Wait);

    public int Left { get; } = list.IndexOf(Opening.Left);

    public int Amount { get; } = list.IndexOf(Opening.Amount);
}

/// <remarks>`ReleaseSums` says the same in operations; a property test holds both together.</remarks>
internal sealed class ReleaseSumNode(PartFate fate, int slot, OpeningPlaces places, PartNodes[] parts) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        var records = new DeferredRecords(frame.Records[slot], frame.Row, places, parts.Length);
        if (fate != PartFate.Forfeited && records.Undecided() is { } cause)
            return frame.Fail(cause);
        foreach (var part in parts)
        {
            if (!TryAdd(frame, part, records, ref value))
                return false;
        }

        return true;
    }

    private bool TryAdd(Frame frame, PartNodes part, DeferredRecords records, ref decimal sum)
    {
        var holds = true;
        var isKnown = part.When is null || part.When.TryEvaluate(frame, out holds);
        return fate switch
        {
            PartFate.Due => isKnown
                ? !holds || TryAdd(frame, part, part.After == 0, records.TrySum(part.Number, places.Wait, wait => wait <= 0), ref sum)
                : TryWait(frame, part, records),
            PartFate.Deferred when isKnown && holds =>
                TryAdd(frame, part, part.After > 0, records.TrySum(part.Number, places.Wait, wait => wait > 0), ref sum),
            PartFate.Deferred => (isKnown || TryWait(frame, part, records))
                && TryAdd(frame, part, part.Until > 0, records.TrySum(part.Number, places.Left, left => left > 0), ref sum),
            PartFate.Forfeited => !isKnown || holds
                || TryAdd(frame, part, part.Until == 0, records.TrySum(part.Number, places.Left, left => left == 0), ref sum),
            PartFate.NotKnown => throw new InvalidOperationException("What is not known has no sum."),
        };
    }

    private static bool TryAdd(Frame frame, PartNodes part, bool ofOwn, (decimal Sum, NotAvailable? Cause) deferred, ref decimal sum)
    {
        if (deferred.Cause is { } cause)
            return frame.Fail(cause);
        var own = 0m;
        if (ofOwn && !part.Own.TryEvaluate(frame, out own))
            return false;
        sum += deferred.Sum + own;
        return true;
    }

    /// <summary>Where a condition is not known: whether nothing of the part is asked for the last time.</summary>
    private bool TryWait(Frame frame, PartNodes part, DeferredRecords records)
    {
        var own = 0m;
        if (part.Until == 0 && !part.Own.TryEvaluate(frame, out own))
            return false;
        return (own == 0 && !records.Any(part.Number, places.Left, left => left <= 0)) || part.When!.TryEvaluate(frame, out _);
    }
}
