// Takes a sheet with time functions, gives one without: each pushed down until it stands on facts, cells in between added.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Source;

namespace KpiRules.Cells;

/// <remarks>
/// A cell that is looked at in an earlier period becomes a cell of its own, shared by all who look at it there; the
/// argument of a function that looks at several periods is made a cell first. So nothing grows with nesting, and cells are
/// worked off from a list: a chain of KPIs may be as long as a policy.
/// </remarks>
internal sealed class TimePushDown
{
    private const int MaxTerms = 1_000_000;

    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Dictionary<Origin, string> _arguments = [];
    private readonly HashSet<CellView> _seen = [];
    private readonly Queue<CellView> _open = new();
    private readonly List<Cell> _cells;
    private readonly WindowPushDown _windows;
    private Entry? _current;
    private int _terms;

    public TimePushDown(IReadOnlyList<Cell> cells, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _cells = cells.ToList();
        for (var i = 0; i < cells.Count; i++)
            _entries.Add(cells[i].Name, new Entry(cells[i], i, 0));
        _windows = new WindowPushDown(cells, this, diagnostics);
    }

    /// <summary>The cells in order.</summary>
    public IReadOnlyList<Cell> PushDown(SourcePlace document)
    {
        foreach (var cell in _cells)
            See(new CellView(cell.Name, Lag.None, TimeWindow.None, null));
        var done = new List<(Entry Entry, Cell Cell)>();
        while (_open.Count > 0)
        {
            var view = _open.Dequeue();
            var entry = _entries[view.Cell];
            DeepStack.Run(entry.Cell.Nesting, () => done.Add((entry, Derive(entry, view))));
            if (_seen.Count <= SheetBuilder.MaxCells && _terms <= MaxTerms)
                continue;
            _diagnostics.Add(PolicyFaults.TooManyCells(document, SheetBuilder.MaxCells));
            return [];
        }

        return done.OrderBy(cell => cell.Entry.Index).ThenBy(cell => cell.Entry.Order).Select(cell => cell.Cell).ToList();
    }

    /// <summary>An expression as it was in an earlier period.</summary>
    public Expression At(Lag lag, Expression expression) => expression switch
    {
        InputExpression input => input with { Input = input.Input with { Lag = lag } },
        CellExpression cell => Reference(cell, new CellView(cell.Cell, lag, TimeWindow.None, null)),
        PreviousExpression previous => Earlier(previous.Step.IsYear ? lag.BackAYear() : lag.Back(previous.Step.Periods), previous.Inner),
        TrailingExpression trailing => Trailing(trailing, lag),
        WindowExpression window => _windows.Push(window, lag),
        TargetExpression target => _windows.Target(target, lag),
        ILooksAtCalendar calendar => calendar.At(lag).Map(part => At(lag, part)),
        _ => expression.Map(part => At(lag, part)),
    };

    public CellExpression Reference(CellExpression cell, CellView view)
    {
        See(view);
        return cell with { Cell = view.Name, Shown = view.Shown(cell.Shown), Lag = view.Lag };
    }

    private void See(CellView view)
    {
        if (_seen.Add(view))
            _open.Enqueue(view);
    }

    private Cell Derive(Entry entry, CellView view)
    {
        _current = entry;
        var cell = entry.Cell;
        if (view.IsPlain)
            return cell with { Expression = At(Lag.None, cell.Expression) };
        var expression = view is { Window: TimeWindow.None, Combine: null }
            ? WithFacts(view.Lag, At(view.Lag, cell.Expression))
            : _windows.Over(view, cell.Expression);
        return cell with { Name = view.Name, Expression = expression, IsInternal = true, IsNeeded = true };
    }

    /// <summary>The expression as it was, not available where the subject had no facts then.</summary>
    private Expression Earlier(Lag lag, Expression inner) => At(lag, inner) switch
    {
        InputExpression input when input.Input.Lag == lag => input,
        CellExpression cell when cell.Lag == lag => cell,
        var other => WithFacts(lag, other),
    };

    private static Expression WithFacts(Lag lag, Expression inner)
    {
        if (lag.IsNone)
            return inner;
        var presence = new InputExpression(inner.Origin, Input.Presence(lag), ValueKind.Boolean, null);
        return new WithFactsExpression(inner.Origin, presence, inner);
    }

    private Expression Trailing(TrailingExpression trailing, Lag lag)
    {
        var (origin, kind, count) = (trailing.Origin, trailing.Trailing, trailing.Count);
        var inner = AsCell(trailing.Inner);
        switch (kind)
        {
            case TrailingKind.Sum:
                return Sum();
            case TrailingKind.Average:
                return Chain(ChainKind.Product, TokenKind.Divide, Sum(), Number(count));
            case TrailingKind.Growth:
                return Chain(ChainKind.Sum, TokenKind.Minus, Chain(ChainKind.Product, TokenKind.Divide, Term(0), Term(count)), Number(1));
            default:
                return new TrendExpression(origin, Terms(count + 1), kind == TrailingKind.Declining);
        }

        Expression Sum() => count == 1
            ? Term(0)
            : new ChainExpression(origin, ChainKind.Sum, Terms(count), Enumerable.Repeat(TokenKind.Plus, count - 1).ToArray(), ValueKind.Number, trailing.Unit);

        Expression[] Terms(int terms) => Enumerable.Range(0, terms).Select(Term).ToArray();

        Expression Term(int back)
        {
            _terms++;
            return Earlier(lag.Back(back), inner);
        }

        ChainExpression Chain(ChainKind chain, TokenKind @operator, Expression left, Expression right) =>
            new(origin, chain, [left, right], [@operator], ValueKind.Number, trailing.Unit);

        ConstantExpression Number(int number) => new(origin, (decimal)number, Units.Plain);
    }

    /// <summary>The argument of a function that looks at it several times, as a cell if it is anything longer than a name.</summary>
    private Expression AsCell(Expression argument)
    {
        if (argument is LeafExpression)
            return argument;
        var origin = argument.Origin;
        if (!_arguments.TryGetValue(origin, out var name))
        {
            // an argument within an argument is met later, and must come first
            name = $"{_current!.Cell.Name}:{_arguments.Count}";
            _arguments.Add(origin, name);
            var cell = new Cell(name, argument.Kind, argument.Unit, argument, IsInternal: true, OfRunningPeriod: false, IsNeeded: true, _current.Cell.Nesting);
            _entries.Add(name, new Entry(cell, _current.Index, -_arguments.Count));
        }

        return new CellExpression(origin, name, argument.Kind, argument.Unit, origin.Text, Lag.None);
    }

    /// <param name="Index">The place of the author's cell it stands in or is.</param>
    /// <param name="Order">The place among those of one index.</param>
    private sealed record Entry(Cell Cell, int Index, int Order);
}
