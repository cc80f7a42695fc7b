// Pushes "to date" down to the facts: a formula over a stretch of time becomes the formula over facts combined over it.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.Cells;

internal sealed class WindowPushDown(IReadOnlyList<Cell> cells, TimePushDown time, DiagnosticBag diagnostics)
{
    private readonly Combinability _combinability = new(cells);
    private readonly Dictionary<string, Expression> _expressions = cells.ToDictionary(cell => cell.Name, cell => cell.Expression);
    private readonly HashSet<Origin> _reported = [];
    private readonly HashSet<string> _reached = [];

    /// <summary>The formula over facts of the window; reports what cannot be combined.</summary>
    public Expression Push(WindowExpression window, Lag lag)
    {
        var found = _combinability.Of(window.Inner);
        if (found.Class is not (CombineClass.Linear or CombineClass.Ratio))
        {
            Report(window, found);
            return new NotCombinableExpression(window.Origin, window.Inner.Origin.Text);
        }

        ReportWithoutCombine(window);
        return Combined(new CellView("", lag, window.Window, null), window.Inner);
    }

    /// <summary>What stands in a cell, as another cell sees it.</summary>
    public Expression Over(CellView view, Expression expression) =>
        view.Combine is null ? Combined(view, expression) : AsTarget(view, expression);

    /// <summary>A target in a period; in a longer one it is made of those of its parts.</summary>
    public Expression Target(TargetExpression target, Lag lag)
    {
        var inner = time.At(lag, target.Inner);
        var combine = _combinability.TargetCombine(target);
        if (inner is InputExpression { Input.IsFact: true } input)
            return input with { Input = input.Input with { Combine = combine } };
        var found = _combinability.ClassOf(target.Inner);
        if (combine != Combine.Sum && found is CombineClass.Constant or CombineClass.OfSubject)
            return inner;
        var longer = _combinability.CanCombine(target, found)
            ? AsTarget(new CellView("", lag, TimeWindow.None, combine), target.Inner)
            : new NotCombinableExpression(target.Origin, target.Kpi + ".target");
        return new ByLengthExpression(target.Origin, inner, longer);
    }

    private Expression Combined(CellView view, Expression expression) => expression switch
    {
        InputExpression input => input with { Input = input.Input with { Lag = view.Lag, Window = view.Window } },
        CellExpression cell when _combinability.ClassOf(cell) == CombineClass.Constant => time.At(view.Lag, cell),
        CellExpression cell => time.Reference(cell, view with { Cell = cell.Cell }),
        ApplicableExpression applicable => applicable with
        {
            Condition = (CellExpression)time.At(view.Lag, applicable.Condition),
            Inner = Combined(view, applicable.Inner),
        },
        TargetExpression target => AsTarget(view with { Combine = _combinability.TargetCombine(target) }, target.Inner),
        _ => expression.Map(part => Combined(view, part)),
    };

    /// <summary>Every fact combined as the target says; a constant that adds up counts once for every period.</summary>
    private Expression AsTarget(CellView view, Expression expression)
    {
        var found = _combinability.ClassOf(expression);
        if (found is CombineClass.Constant or CombineClass.OfSubject)
            return view.Combine == Combine.Sum ? TimesPeriods(view, expression) : time.At(view.Lag, expression);
        return expression switch
        {
            InputExpression input => input with { Input = input.Input with { Lag = view.Lag, Window = view.Window, Combine = view.Combine } },
            CellExpression cell => time.Reference(cell, view with { Cell = cell.Cell }),
            ApplicableExpression applicable => applicable with
            {
                Condition = (CellExpression)time.At(view.Lag, applicable.Condition),
                Inner = AsTarget(view, applicable.Inner),
            },
            TargetExpression target => AsTarget(view, target.Inner),
            ChainExpression { Chain: ChainKind.Product } => expression.Map(part => IsFree(part) ? time.At(view.Lag, part) : AsTarget(view, part)),
            _ when found == CombineClass.None => time.At(view.Lag, expression),
            _ => expression.Map(part => AsTarget(view, part)),
        };
    }

    private bool IsFree(Expression part) => _combinability.ClassOf(part) is CombineClass.Constant or CombineClass.OfSubject;

    private ChainExpression TimesPeriods(CellView view, Expression constant)
    {
        var count = new InputExpression(constant.Origin, Input.PeriodCount(view.Lag, view.Window), ValueKind.Number, Units.Plain);
        return new(constant.Origin, ChainKind.Product, [time.At(view.Lag, constant), count], [TokenKind.Times], ValueKind.Number, constant.Unit);
    }

    private void Report(WindowExpression window, Combinable found)
    {
        if (!_reported.Add(window.Origin))
            return;
        var culprit = found.Culprit ?? window.Inner;
        var shown = found.Within.Length > 0 ? new Term("combine.partOf", culprit.Origin.Text, found.Within) : new Term("combine.part", culprit.Origin.Text);
        var reason = new Term(found.Culprit is null ? "combine.constant" : found.Reason);
        diagnostics.Add(PolicyFaults.CannotCombine(culprit.Origin.Place, window.Function, shown, reason, window.Inner.Origin.Text));
    }

    /// <summary>A fraction has no way of its own to become that of several periods. Every cell is looked into once, for all windows.</summary>
    private void ReportWithoutCombine(WindowExpression window)
    {
        var open = new Stack<Expression>([window.Inner]);
        while (open.Count > 0)
        {
            var expression = open.Pop();
            if (expression is InputExpression { Fact: { Combine: null, Role: FactRole.Measure } fact })
                diagnostics.Add(PolicyFaults.CombineNeeded(window.Origin.Place, window.Function, fact.Name, fact.Unit!));
            else if (expression is CellExpression cell && _reached.Add(cell.Cell))
                open.Push(_expressions[cell.Cell]);
            foreach (var part in expression is TargetExpression ? [] : expression.Parts())
                open.Push(part);
        }
    }
}
