// Building of the functions over records.
using System;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    /// <summary>The slot of the records whose fields are looked at; -1 outside of records.</summary>
    private int _records = -1;

    /// <summary>Whatever is built inside looks at fields of these records.</summary>
    private TNode Within<TNode>(RecordInput input, Func<int, string, TNode> build)
    {
        var outer = _records;
        var slot = _records = records.Of(input);
        var node = build(slot, input.List.Name);
        _records = outer;
        return node;
    }

    private Node<decimal> OverRecords(FoldOperation fold) => Within<Node<decimal>>(fold.Records, (slot, list) =>
    {
        var condition = Optional(fold.Condition);
        return fold.Function switch
        {
            RecordFunction.Count => new RecordCountNode(slot, list, condition),
            RecordFunction.CountDistinct => Distinct(slot, list, fold.Value!, condition),
            RecordFunction.Sum => Combined(Combine.Sum, null),
            RecordFunction.Average => Combined(Combine.Average, Cause(CauseKind.NoneOfThem, fold)),
            RecordFunction.Min => Combined(Combine.Min, Cause(CauseKind.NoneOfThem, fold)),
            RecordFunction.Max => Combined(Combine.Max, Cause(CauseKind.NoneOfThem, fold)),
        };

        RecordCombineNode Combined(Combine combine, NotAvailable? none) => new(slot, list, combine, Number(fold.Value!), condition, none, fold.TellsRecords);
    });

    private Node<decimal> Distinct(int slot, string list, Operation value, Node<bool>? condition) => value.Kind switch
    {
        ValueKind.Number => new RecordDistinctNode<decimal>(slot, list, Number(value), condition),
        ValueKind.Text => new RecordDistinctNode<string>(slot, list, Text(value), condition),
        ValueKind.Date => new RecordDistinctNode<int>(slot, list, Date(value), condition),
        ValueKind.Boolean => new RecordDistinctNode<bool>(slot, list, Boolean(value), condition),
    };
}
