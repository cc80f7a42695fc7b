// Takes a sheet with functions over time and over other subjects, gives one without: each pushed down until it stands on
// facts, with the cells in between.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Source;

namespace KpiRules.Cells;

/// <remarks>
/// A cell that is looked at in an earlier period becomes a cell of its own, shared by all who look at it there; the
/// argument of a function that looks at it several times is made a cell first. So nothing grows with nesting, and cells are
/// worked off from a list: a chain of KPIs may be as long as a policy.
/// </remarks>
internal sealed partial class PushDown : IPushDown
{
    private const int MaxTerms = 1_000_000;

    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, Cell> _written = [];
    private readonly Dictionary<Origin, string> _arguments = [];
    private readonly ArgumentNames _argumentNames = new();
    private readonly Dictionary<CellView, string> _seen = [];
    private readonly Queue<CellView> _open = new();
    private readonly Dictionary<string, Cell> _pushedDown = [];
    private readonly Dictionary<string, int> _nodes = [];
    private readonly Dictionary<(Origin, InputOperation, Lag), InputOperation> _inputs = [];
    private readonly Dictionary<(Origin, CellOperation, Lag), Operation> _looks = [];
    private readonly Dictionary<Lag, Input> _presences = [];
    private readonly Dictionary<Lag, OfPeriod> _periods = [];
    private readonly Combinability _combinability;
    private readonly CombinedPushDown _combined;
    private readonly TargetPushDown _targets;
    private Cell? _derived;
    private int _terms;

    public PushDown(IReadOnlyList<Cell> cells, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        foreach (var cell in cells)
        {
            _written.Add(cell.Name, cell);
            See(CellView.At(cell.Name, Lag.None));
        }

        _combinability = new Combinability(cells);
        _targets = new TargetPushDown(_combinability, this, diagnostics);
        _combined = new CombinedPushDown(cells, _combinability, _targets, this, diagnostics);
    }

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<Cell> Run(SourcePlace document)
    {
        IReadOnlyList<Cell> cells = [];
        var deepest = _written.Values.Select(cell => cell.Nesting).DefaultIfEmpty().Max();
        DeepStack.Run(deepest, () => cells = WorkOff(document));
        return cells;
    }

    private IReadOnlyList<Cell> WorkOff(SourcePlace document)
    {
        while (_open.Count > 0)
        {
            var view = _open.Dequeue();
            var cell = _written[view.Cell];
            _derived = cell;
            Add(Derive(cell, view));
            if (_seen.Count <= SheetBuilder.MaxCells && _terms <= MaxTerms)
                continue;
            _diagnostics.Add(PolicyFaults.TooManyCells(document, SheetBuilder.MaxCells));
            return [];
        }

        var cells = new DependencyOrder<Cell>(
            NeededBy, name => _pushedDown[name], _ => throw new InvalidOperationException("A cell depends on itself."))
            .Sort(_pushedDown.Values);
        ReportTooDeep(cells);
        return cells;
    }

    /// <summary>How much a further view of a cell takes.</summary>
    private int NodesOf(Cell cell)
    {
        if (!_nodes.TryGetValue(cell.Name, out var nodes))
            _nodes.Add(cell.Name, nodes = Count(cell.Operation));
        return nodes;

        static int Count(Operation expression) => 1 + expression.Parts().Sum(Count);
    }

    public bool IsConstant(Operation operation) => _combinability.ClassOf(operation) == CombineClass.Constant;

    public Operation At(Lag lag, Operation expression) => expression.Accept(InPeriod(lag));

    /// <summary>One object for one input, place and lag: sums of sums look at the same few over and over.</summary>
    private InputOperation At(Lag lag, InputOperation input)
    {
        if (lag.IsNone)
            return input with { Input = input.Input with { Lag = lag, Combine = CombineOf(input) } };
        if (!_inputs.TryGetValue((input.Origin, input, lag), out var known))
            _inputs.Add(
                (input.Origin, input, lag), known = input with { Input = input.Input with { Lag = lag, Combine = CombineOf(input) } });
        return known;
    }

    /// <summary>What is the same for all records is made a cell, and so worked out once.</summary>
    public Operation InRecord(Lag lag, Operation expression) =>
        expression is LeafOperation ? At(lag, expression)
        : !FieldOperation.IsIn(expression) ? At(lag, AsCell(expression))
        : expression.Map(part => InRecord(lag, part));

    public CellOperation Reference(CellOperation cell, CellView view)
    {
        return cell with { Cell = See(view), Shown = view.Shown(cell.Shown), Lag = view.Lag };
    }

    public Population PopulationOf(Members members, Operation? condition) =>
        new(members, condition is null ? null : new MemberCondition(AsCell(condition).Cell, condition.Origin.Text, null));

    /// <summary>What the members of a population have together, as a cell that looks across a finished column.</summary>
    /// <param name="source">An input or a cell, as every member has it.</param>
    /// <param name="called">What the author called to have it among all values; null where facts are combined or members counted.</param>
    public Operation Group(
        Origin origin, Operation source, GroupFunction function, Population population, Lag lag, string? called = null,
        decimal? fraction = null)
    {
        var shownFraction = fraction is null ? "" : FormattableString.Invariant($", {fraction}");
        var of = source is CellOperation cell ? cell.Cell : ((InputOperation)source).Input.ToString();
        var name = $"{function}{called}{shownFraction}:{of}:{population}:{lag}";
        var unit = function == GroupFunction.Rank ? Unit.Plain : function == GroupFunction.Count ? Unit.Count : source.Unit;
        var shown = function == GroupFunction.Count
            ? population.ShownCount()
            : population.Shown(
                source is CellOperation referred ? referred.Shown : ((InputOperation)source).Fact!.Name, called, shownFraction);
        var key = CellKey.Hidden("", name);
        if (!_pushedDown.ContainsKey(key))
        {
            var member = population.Members.Attribute is { } attribute
                ? (InputOperation)At(lag, new InputOperation(origin, attribute))
                : null;
            var conditions = new List<CellOperation>();
            for (var condition = population.Condition; condition is not null; condition = condition.Rest)
                conditions.Add(Reference(
                    new CellOperation(
                        origin, condition.Cell, ValueKind.Boolean, Unit.Unknown, _written[condition.Cell].Operation.Origin.Text, Lag.None),
                    CellView.At(condition.Cell, lag)));
            var group = new GroupOperation(
                origin, function, source, population.Members.Kind, member, Presence(origin, lag), conditions, fraction);
            Add(new Cell(
                key, ValueKind.Number, unit, group, IsInternal: true, OfRunningPeriod: false, IsOnDemand: false, Nesting: 0, shown));
        }

        return WithFacts(lag, new CellOperation(origin, key, ValueKind.Number, unit, shown, lag));
    }

    /// <summary>An expression as a cell of its own, unless it is a reference to one.</summary>
    public CellOperation AsCell(Operation argument)
    {
        if (argument is CellOperation cell)
            return cell;
        var origin = argument.Origin;
        if (!_arguments.TryGetValue(origin, out var name))
        {
            var key = _argumentNames.Next(_derived!.Name);
            _arguments.Add(origin, name = key);
            _written.Add(name, new Cell(
                key, argument.Kind, argument.Unit, argument, IsInternal: true, OfRunningPeriod: false, IsOnDemand: false,
                _derived.Nesting, origin.Text));
        }

        return new CellOperation(origin, name, argument.Kind, argument.Unit, origin.Text, Lag.None);
    }

    /// <summary>The cells of the same period that a cell's expression refers to.</summary>
    public static IReadOnlyList<string> CellsIn(Cell cell)
    {
        var found = new List<string>();
        Collect(cell.Operation, found, null);
        return found;
    }

    /// <summary>What combines as a KPI's target may know only now in which way, from what the unit of the KPI worked out to.</summary>
    public static Combine? CombineOf(InputOperation input) => input.Input.Combine ?? input.Fact?.Combine;

    private void Add(Cell cell) => _pushedDown.Add(cell.Name, cell);

    /// <summary>The name of the cell that the view becomes.</summary>
    private string See(CellView view)
    {
        if (_seen.TryGetValue(view, out var name))
            return name;
        _seen.Add(view, name = view.Name);
        _open.Enqueue(view);
        return name;
    }

    private Cell Derive(Cell cell, CellView view)
    {
        if (view.IsPlain)
            return cell with { Operation = At(Lag.None, cell.Operation) };
        _terms += NodesOf(cell);
        var expression = view.IsOfThePeriod ? At(view.Lag, cell.Operation) : _combined.Over(view, cell.Operation);
        return cell.SeenAs(view) with { Operation = WithFacts(view.Lag, expression), IsInternal = true };
    }

    Operation IPushDown.Earlier(Lag lag, Operation operation)
    {
        _terms++;
        return Earlier(lag, operation);
    }

    /// <summary>
    /// As <see cref="Earlier"/>, one object for one cell, place and lag: twelve sums over twelve periods look at the same few.
    /// </summary>
    private Operation Look(Lag lag, Operation inner)
    {
        if (inner is not CellOperation cell)
            return Earlier(lag, inner);
        if (!_looks.TryGetValue((cell.Origin, cell, lag), out var known))
            _looks.Add((cell.Origin, cell, lag), known = Earlier(lag, inner));
        return known;
    }

    /// <summary>The expression as it was, not available where the subject had no facts then.</summary>
    private Operation Earlier(Lag lag, Operation inner)
    {
        var then = At(lag, inner);
        var saysSoItself = then is InputOperation { Fact: { } fact } input ? fact.Role != FactRole.Attribute && input.Input.Lag.Equals(lag)
            : then is CellOperation cell && cell.Lag.Equals(lag);
        return saysSoItself ? then : WithFacts(lag, then);
    }

    private Operation WithFacts(Lag lag, Operation inner)
    {
        if (lag.IsNone || inner is AcrossOperation || (inner is GuardOperation { Back: { } back } && back.Equals(lag)))
            return inner;
        if (!_presences.TryGetValue(lag, out var presence))
            _presences.Add(lag, presence = Input.Presence(lag));
        return new GuardOperation(inner.Origin, new InputOperation(inner.Origin, presence, ValueKind.Boolean, Unit.Unknown), inner);
    }

    public static InputOperation Presence(Origin origin, Lag lag) => new(origin, Input.Presence(lag), ValueKind.Boolean, Unit.Unknown);
}
