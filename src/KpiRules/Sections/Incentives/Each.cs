// An incentive line worked out for every record.
using System;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives;

/// <summary>A line worked out for every record and summed; one record that is not known leaves nothing to say.</summary>
/// <param name="Applies">Null where it does to all.</param>
/// <param name="Gate">Null where there is none.</param>
internal sealed record EachOperation(Origin Origin, string Line, RecordInput Records, Operation? Applies, Operation? Gate, Operation Inner)
    : FusedOperation(Origin, ValueKind.Number, Inner.Unit), ILooksAtRecords
{
    public Operation Over(RecordInput records) => this with { Records = records };

    public override Combining Combining => Combining.Never("combine.line");

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Applies = Applies is null ? null : part(Applies), Gate = Gate is null ? null : part(Gate), Inner = part(Inner),
    };

    public override int GetHashCode() => HashOfPartsAnd((Line, Records));

    public override Operation Expand()
    {
        var zero = Write.Number(0);
        var open = Gate is null ? Inner : Write.If(Gate, Inner, zero);
        var each = Applies is null ? open : Write.If(Applies, open, zero);
        return new FoldOperation(Origin, Records, RecordFunctions.Sum, each, null, Unit, TellsRecords: true);
    }

    public override Node Fuse(INodeBuilder nodes) =>
        nodes.Within(Records, (slot, list) => new EachNode(slot, list, nodes.Optional(Applies), nodes.Optional(Gate), nodes.Number(Inner)));
}

/// <summary>Whether any record to which the line applies is open, or there is none to which it does.</summary>
internal sealed record EachOpenOperation(Origin Origin, string Line, RecordInput Records, Operation? Applies, Operation Gate)
    : FusedOperation(Origin, ValueKind.Boolean, Unit.Unknown), ILooksAtRecords
{
    public Operation Over(RecordInput records) => this with { Records = records };

    public override Combining Combining => Combining.Never("combine.line");

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Applies = Applies is null ? null : part(Applies), Gate = part(Gate) };

    public override int GetHashCode() => HashOfPartsAnd((Line, Records));

    public override Operation Expand()
    {
        var (zero, one) = (Write.Number(0), Write.Number(1));
        var isOpen = Write.If(Gate, one, zero);
        // the record that is not known is the first of all, whether its gate or what it applies to is at fault
        var each = Applies is null ? isOpen : Write.If(Applies, isOpen, zero);
        var open = new FoldOperation(Origin, Records, RecordFunctions.Sum, each, null, Unit.Count);
        var applicable = new FoldOperation(Origin, Records, RecordFunctions.Count, null, Applies, Unit.Count);
        return Write.Where([open], Write.Any([Write.Equal(applicable, zero), Write.Greater(open, zero)]));
    }

    public override Node Fuse(INodeBuilder nodes) =>
        nodes.Within(Records, (slot, list) => new EachOpenNode(slot, list, nodes.Optional(Applies), nodes.Boolean(Gate)));
}
