// Building of the functions over records.
using System;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    /// <summary>The slot of the records whose fields are looked at; -1 outside of records.</summary>
    private int _records = -1;

    private FieldNode<T> Field<T>(FieldOperation field) => new(_records, field.Index);

    /// <summary>Whatever is built inside looks at fields of these records.</summary>
    private TNode Within<TNode>(RecordInput input, Func<int, string, TNode> build)
    {
        var outer = _records;
        var slot = _records = records.Of(input);
        var node = build(slot, input.List.Name);
        _records = outer;
        return node;
    }

    private Node<decimal> OverRecords(RecordOperation expression) => Within<Node<decimal>>(expression.Records, (slot, list) =>
    {
        var condition = Optional(expression.Condition);
        return expression.Function switch
        {
            RecordFunction.Count => new RecordCountNode(slot, list, condition),
            RecordFunction.CountDistinct => Distinct(slot, list, expression.Value!, condition),
            RecordFunction.Sum => new RecordCombineNode(slot, list, Combine.Sum, Number(expression.Value!), condition, null),
            RecordFunction.Average => new RecordCombineNode(slot, list, Combine.Average, Number(expression.Value!), condition, Cause(CauseKind.NoneOfThem, expression)),
            RecordFunction.Min => new RecordCombineNode(slot, list, Combine.Min, Number(expression.Value!), condition, Cause(CauseKind.NoneOfThem, expression)),
            _ => new RecordCombineNode(slot, list, Combine.Max, Number(expression.Value!), condition, Cause(CauseKind.NoneOfThem, expression)),
        };
    });

    /// <summary>A condition that need not be there.</summary>
    private Node<bool>? Optional(Operation? condition) => condition is null ? null : Boolean(condition);

    private Node<decimal> Distinct(int slot, string list, Operation value, Node<bool>? condition) => value.Kind switch
    {
        ValueKind.Number => new RecordDistinctNode<decimal>(slot, list, Number(value), condition),
        ValueKind.Text => new RecordDistinctNode<string>(slot, list, Text(value), condition),
        ValueKind.Date => new RecordDistinctNode<int>(slot, list, Date(value), condition),
        _ => new RecordDistinctNode<bool>(slot, list, Boolean(value), condition),
    };
}
