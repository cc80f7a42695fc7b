// Takes what is deferred and what is earned of a line, gives what is due, deferred and forfeited: "Release" in docs/format.md.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives.Releases;

/// <summary>A part with its cells.</summary>
/// <param name="When">Null: it is due as soon as it is asked for.</param>
internal sealed record PartOperations(int Number, Operation Own, Operation? When, int After, int Until);

/// <remarks>
/// A part is asked for from the period in which it is due up to the last one; where its condition is not known, it waits, but in the
/// last one nothing is known of it. `PartFates` says the same of each part alone; a property test holds both together.
/// </remarks>
internal sealed class ReleaseSums(Origin origin, RecordInput opening, IReadOnlyList<PartOperations> parts)
{
    private readonly Compose _write = new(origin);

    public Operation Of(PartFate fate) => fate switch
    {
        PartFate.Due => Due(),
        PartFate.Deferred => Deferred(),
        PartFate.Forfeited => Forfeited(),
        PartFate.NotKnown => throw new ArgumentOutOfRangeException(nameof(fate), fate, "What is not known has no sum."),
    };

    private Operation Due() => Sum(part => part.When is null ? Asked(part)
        : Where(part, Asked(part), Zero));

    private Operation Forfeited() => Sum(
        part => part.When is null ? Zero : Where(part, Zero, Zero, otherwise: Of(part, part.Until == 0, _write.Equal(Left, Zero))),
        isKnown: Zero);

    private Operation Deferred() => Sum(part =>
    {
        var (waiting, kept) = (
            Of(part, part.After > 0, _write.Greater(Wait, Zero)),
            Of(part, part.Until > 0, _write.Greater(Left, Zero)));
        return part.When is null ? waiting : Where(part, waiting, kept);
    });

    private Operation Zero => _write.Number(0);

    private Operation Wait => Field(Opening.Wait);

    private Operation Left => Field(Opening.Left);

    private Operation Sum(Func<PartOperations, Operation> ofPart, Operation? isKnown = null) =>
        _write.Sum([isKnown ?? Overdue(), .. parts.Select(ofPart)]);

    /// <summary>0, but not available where something was to be decided in an earlier period.</summary>
    private Operation Overdue() => Fold(_write.Less(Left, Zero));

    private Operation Asked(PartOperations part) => Of(part, part.After == 0, _write.AtMost(Wait, Zero));

    /// <summary>By whether the condition of a part holds; where that is not known in the last period, nothing is.</summary>
    /// <param name="otherwise">Where it is known not to hold; null: as where it is not known.</param>
    private Operation Where(PartOperations part, Operation holds, Operation waits, Operation? otherwise = null)
    {
        var when = part.When!;
        var open = otherwise is null
            ? _write.If(
                _write.All([_write.Not(_write.Available(when)), _write.Greater(AskedLast(part), Zero)]), _write.Where([when], waits), waits)
            : _write.If(_write.Default(when, _write.Boolean(true)), waits, otherwise);
        return _write.If(_write.Default(when, _write.Boolean(false)), holds, open);
    }

    /// <summary>How many of the part are asked for the last time.</summary>
    private Operation AskedLast(PartOperations part)
    {
        var records = new FoldOperation(
            origin, opening, RecordFunctions.Count, null, Mine(part, _write.AtMost(Left, Zero)), Unit.Count);
        return part.Until > 0 ? records : _write.Add(records, _write.If(_write.Equal(part.Own, Zero), Zero, _write.Number(1)));
    }

    /// <summary>The amounts of a part.</summary>
    /// <param name="ofOwn">Whether what is earned in the period itself is among them.</param>
    private Operation Of(PartOperations part, bool ofOwn, Operation condition) =>
        ofOwn ? _write.Add(Fold(Mine(part, condition)), part.Own) : Fold(Mine(part, condition));

    private Operation Mine(PartOperations part, Operation condition) =>
        _write.All([_write.Equal(Field(Opening.Part), _write.Number(part.Number)), condition]);

    private Operation Fold(Operation condition) => new FoldOperation(
        origin, opening, RecordFunctions.Sum, Field(Opening.Amount), condition, Unit.Money);

    private Operation Field(string name) => new FieldOperation(origin, opening.List, opening.List.IndexOf(name));
}
