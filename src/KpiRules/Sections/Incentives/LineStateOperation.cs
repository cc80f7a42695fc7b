// What has become of an incentive line.
using System;
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Sections.Incentives;

/// <summary><c>none</c>, <c>held</c>, <c>closed</c> or <c>paid</c>.</summary>
/// <param name="Amount">What the line comes to.</param>
/// <param name="Open">False where the line is closed; null where nothing can close it.</param>
/// <param name="Due">What becomes due of it: where that is not known the line is held; null for one without a release.</param>
internal sealed record LineStateOperation(
    Origin Origin, CellOperation? Exists, Operation? Open, CellOperation Amount, CellOperation? Due = null)
    : FusedOperation(Origin, ValueKind.Text, Unit.Unknown)
{
    public override Combining Combining => Combining.Never("combine.line");

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Exists = Exists is null ? null : (CellOperation)part(Exists), Open = Open is null ? null : part(Open),
        Amount = (CellOperation)part(Amount),
        Due = Due is null ? null : (CellOperation)part(Due),
    };

    public override int GetHashCode() => HashOfParts();

    /// <summary>The cell that has the state of a line.</summary>
    public static CellKey CellOf(string line) => CellKey.Of(line, "state");

    /// <summary>The cell that has the state of a line by itself, where what it released may hold it too.</summary>
    public static CellKey OwnOf(string line) => CellKey.Hidden(line, "state");

    /// <summary>The same of a line with a release or without.</summary>
    public static CellKey OwnOf(IncentiveDefinition line) => line.Release is null ? CellOf(line.Name.Value) : OwnOf(line.Name.Value);

    /// <summary>Where one incentive names another, a line that is not there counts as 0.</summary>
    public static Operation ZeroWhereNone(CellOperation line, SheetBuilder sheet)
    {
        var state = sheet.StateOf(line.Cell);
        if (!sheet.IsBound(state))
            return line;
        var none = new ConstantOperation(line.Origin, EnumText<LineState>.Of(LineState.None), Unit.Unknown);
        var isNone = new ComparisonOperation(line.Origin, ComparisonSign.Equal, sheet.Reference(line.Origin, state), none);
        return new ChoiceOperation(line.Origin, isNone, new ConstantOperation(line.Origin, 0m, Unit.Plain), line, line.Unit);
    }

    public override Operation Expand()
    {
        var states = new List<(Operation, Operation)>();
        if (Due is not null)
            states.Add((Write.Not(Write.Available(Due)), Write.Text(LineState.Held)));
        if (Exists is not null)
        {
            states.Add((Write.Not(Write.Available(Exists)), Write.Text(LineState.Held)));
            states.Add((Write.Not(Exists), Write.Text(LineState.None)));
        }

        states.Add((Write.Not(Write.Available(Amount)), Write.Text(LineState.Held)));
        if (Open is not null)
            states.Add((Write.Not(Write.Default(Open, Write.Boolean(false))), Write.Text(LineState.Closed)));
        return Write.Choose(states, Write.Text(LineState.Paid));
    }

    public override Node Fuse(INodeBuilder nodes) => new LineStateNode(
        nodes.Optional(Exists), nodes.Optional(Open), nodes.Number(Amount), Due is null ? null : nodes.Number(Due));
}

/// <summary>What has become of a line.</summary>
internal sealed class LineStateNode(Node<bool>? exists, Node<bool>? open, Node<decimal> amount, Node<decimal>? due) : Node<string>
{
    public override bool TryEvaluate(Frame frame, out string value)
    {
        value = EnumText<LineState>.Of(StateOf(frame));
        return true;
    }

    private LineState StateOf(Frame frame)
    {
        if (due is not null && !due.TryEvaluate(frame, out _))
            return LineState.Held;
        if (exists is not null)
        {
            if (!exists.TryEvaluate(frame, out var isThere))
                return LineState.Held;
            if (!isThere)
                return LineState.None;
        }

        if (!amount.TryEvaluate(frame, out _))
            return LineState.Held;
        return open is null || (open.TryEvaluate(frame, out var isOpen) && isOpen) ? LineState.Paid : LineState.Closed;
    }
}
