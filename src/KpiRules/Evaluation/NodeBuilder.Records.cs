// Building of the functions over records.
using System;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed partial class NodeBuilder
{
    /// <summary>The slot of the records whose fields are looked at; -1 outside of records.</summary>
    private int _records = -1;

    public TNode Within<TNode>(RecordInput input, Func<int, string, TNode> build)
    {
        var outer = _records;
        var slot = _records = records.Of(input);
        var node = build(slot, input.List.Name);
        _records = outer;
        return node;
    }

    private Node<decimal> OverRecords(FoldOperation fold) =>
        Within(fold.Records, (slot, list) => fold.Function.Form.Accept(new RecordForms(this, slot, list), fold));

    private Node<decimal> Distinct(int slot, string list, Operation value, Node<bool>? condition) => value.Kind switch
    {
        ValueKind.Number => new RecordDistinctNode<decimal>(slot, list, Number(value), condition),
        ValueKind.Text => new RecordDistinctNode<string>(slot, list, Text(value), condition),
        ValueKind.Date => new RecordDistinctNode<int>(slot, list, Date(value), condition),
        ValueKind.Boolean => new RecordDistinctNode<bool>(slot, list, Boolean(value), condition),
    };

    private sealed class RecordForms(NodeBuilder nodes, int slot, string list) : IRecordFormVisitor<Node<decimal>>
    {
        public Node<decimal> Count(FoldOperation fold) => new RecordCountNode(slot, list, nodes.Optional(fold.Condition));

        public Node<decimal> Distinct(FoldOperation fold) => nodes.Distinct(slot, list, fold.Value!, nodes.Optional(fold.Condition));

        public Node<decimal> Combine(FoldOperation fold, CombineForm form) => new RecordCombineNode(
            slot, list, form.Combine, nodes.Number(fold.Value!), nodes.Optional(fold.Condition),
            form.IsZeroOfNone ? null : nodes.Cause(CauseKind.NoneOfThem, fold), fold.TellsRecords);

        public Node<decimal> Values(FoldOperation fold, ValuesForm form) => new RecordValuesNode(
            slot, list, form.Function, fold.Fraction, nodes.Number(fold.Value!), nodes.Optional(fold.Condition),
            nodes.Cause(CauseKind.NoneOfThem, fold));
    }
}
