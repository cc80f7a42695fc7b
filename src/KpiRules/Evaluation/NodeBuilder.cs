// Takes operations, gives nodes; names become slots of columns, and every way to have no value gets its cause.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <param name="cells">The slot of every cell, by name.</param>
/// <param name="inputs">Gives the slot of every input.</param>
/// <param name="records">Gives the slot of the records of every function over them.</param>
/// <param name="cell">What the author calls the cell.</param>
internal sealed partial class NodeBuilder(IReadOnlyDictionary<string, int> cells, InputSlots inputs, RecordSlots records, string cell)
    : INodeBuilder
{
    private NotAvailable? _overflow;

    private Lag _lag = Lag.None;

    public Lag Lag => _lag;

    private NotAvailable Overflow => _overflow ??= new(CauseKind.Overflow, cell);

    public Node Build(Operation operation) => operation.Accept(this);

    public Node<decimal> Number(Operation operation) => (Node<decimal>)Build(operation);

    public Node<bool> Boolean(Operation operation) => (Node<bool>)Build(operation);

    public Node<string> Text(Operation operation) => (Node<string>)Build(operation);

    private Node<int> Date(Operation operation) => (Node<int>)Build(operation);

    public Node<bool>? Optional(Operation? condition) => condition is null ? null : Boolean(condition);

    private NotAvailable Cause(CauseKind kind, Operation at) => new(
        kind,
        cell,
        at.Origin.Text,
        Lag: at is InputOperation input ? input.Input.Lag : at is CellOperation reference ? reference.Lag : _lag);

    private NotAvailable Cause(Reason reason) =>
        new(reason.Kind, reason.Name, reason.Text, Because: reason.Cell, Lag: reason.TellsLag ? _lag : null, Words: reason.Words);
}
