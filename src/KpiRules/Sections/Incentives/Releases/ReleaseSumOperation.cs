// Takes what is deferred and what is earned of a line, gives what becomes due, stays deferred or is forfeited of both.
using System;
using System.Linq;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives.Releases;

/// <param name="Fate">Due, deferred or forfeited.</param>
/// <param name="Records">What is deferred at the beginning, counted from the period evaluated.</param>
internal sealed record ReleaseSumOperation(Origin Origin, PartFate Fate, RecordInput Records, ValueList<PartOperations> Released)
    : FusedOperation(Origin, ValueKind.Number, Unit.Money), ILooksAtRecords
{
    public Operation Over(RecordInput records) => this with { Records = records };

    public override Combining Combining => Combining.Never("combine.line");

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Released = Released
            .Select(one => one with { Own = part(one.Own), When = one.When is null ? null : part(one.When) }).ToArray(),
    };

    public override int GetHashCode() => HashOfPartsAnd((Fate, Records));

    public override Operation Expand() => new ReleaseSums(Origin, Records, Released).Of(Fate);

    public override Node Fuse(INodeBuilder nodes)
    {
        var parts = Released.Select(part => new PartNodes(
            part.Number, nodes.Number(part.Own), nodes.Optional(part.When), part.After, part.Until)).ToArray();
        return nodes.Within(Records, (slot, _) => new ReleaseSumNode(Fate, slot, new OpeningPlaces(Records.List), parts));
    }
}
