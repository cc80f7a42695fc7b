// Pushes "to date" and "together" down to the facts: a formula over a stretch of time or over other subjects becomes the
// formula over facts combined over them.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed class CombinedPushDown(
    IReadOnlyList<Cell> cells, Combinability combinability, TargetPushDown targets, PushDown pushDown, DiagnosticBag diagnostics)
{
    private readonly Combinability _combinability = combinability;
    private readonly TargetPushDown _targets = targets;
    private readonly Dictionary<string, Operation> _expressions = cells.ToDictionary(cell => cell.Name, cell => cell.Operation);
    private readonly HashSet<Origin> _reported = [];
    private readonly HashSet<string> _reached = [];

    /// <summary>The formula over facts of the window; reports what cannot be combined.</summary>
    public Operation Push(WindowOperation window, Lag lag)
    {
        var found = _combinability.Nested(window.Inner).Window is { } nested
            ? new Combinable(CombineClass.None, nested, "combine.time")
            : _combinability.Of(window.Inner);
        return CanCombine(window.Origin, window.Function, window.Inner, found, overPeriods: true)
            ? Combined(CellView.At("", lag) with { Window = window.Window }, window.Inner) with { Origin = window.Origin }
            : new NoValueOperation(window.Origin, new Reason(CauseKind.NotCombined, window.Inner.Origin.Text));
    }

    /// <summary>The formula over facts of the members; reports what cannot be combined.</summary>
    public Operation Push(PopulationOperation population, Lag lag)
    {
        var found = _combinability.Nested(population.Inner).Population is { } nested
            ? new Combinable(CombineClass.None, nested, "combine.population")
            : _combinability.Of(population.Inner);
        return CanCombine(population.Origin, population.Function, population.Inner, found, overPeriods: false)
            ? Combined(
                CellView.At("", lag) with { Population = pushDown.PopulationOf(population.Members, population.Condition) },
                population.Inner) with { Origin = population.Origin }
            : new NoValueOperation(population.Origin, new Reason(CauseKind.NotCombined, population.Inner.Origin.Text));
    }

    /// <summary>What stands in a cell, as another cell sees it.</summary>
    public Operation Over(CellView view, Operation expression) => Combined(view, expression);

    private Operation Combined(CellView view, Operation expression)
    {
        switch (expression)
        {
            case InputOperation { Fact: { Role: not FactRole.Attribute } fact } input:
                var combine = PushDown.CombineOf(input);
                var ofMember = input with { Input = input.Input with { Lag = view.Lag, Window = view.Window, Combine = combine } };
                return view.Population is null ? ofMember : Together(view, ofMember, combine, fact.MeasuredIn);
            case CellOperation cell when _combinability.ClassOf(cell) == CombineClass.Constant:
                return pushDown.At(view.Lag, cell);
            case CellOperation cell:
                return pushDown.Reference(cell, view with { Cell = cell.Cell });
            case WindowOperation window:
                return Combined(view with { Window = window.Window }, window.Inner);
            case PopulationOperation population:
                return Combined(
                    view with { Population = pushDown.PopulationOf(population.Members, population.Condition) }, population.Inner);
            case ApplicableOperation { Condition: var condition } applicable when view.Population is { } population:
                // the KPI does not exist for a member to whom it does not apply
                return Combined(
                    view with
                    {
                        Population = population with { Condition = new MemberCondition(condition.Cell, "", population.Condition) }
                    },
                    applicable.Inner);
            case ApplicableOperation applicable:
                return applicable with
                {
                    Condition = (CellOperation)pushDown.At(view.Lag, applicable.Condition),
                    Inner = Combined(view, applicable.Inner)
                };
            case TargetOperation target when view.Population is null:
                return _targets.Over(target, view.Lag, view.Window);
            case TargetOperation target:
                return TargetsTogether(view, target);
            case FoldOperation record when view.Population is null:
                return (record with { Records = record.Records with { Lag = view.Lag, Window = view.Window } })
                    .Map(part => pushDown.InRecord(view.Lag, part));
            case FoldOperation record:
                var list = pushDown.AsCell(record);
                return Together(
                    view, pushDown.Reference(list, view with { Cell = list.Cell, Population = null }), Combine.Sum, record.Unit);
            case NegationOperation or ArithmeticOperation or CompositeOperation { Combining.Kind: CombiningKind.Attains }:
                return expression.Map(part => Combined(view, part));
            // others: are not combined, and refused unless they are the same for all
            default:
                return _combinability.ClassOf(expression) == CombineClass.Constant
                    ? pushDown.At(view.Lag, expression)
                    : Refused(view, expression);
        }
    }

    /// <summary>What was found to combine and is not known here: an error, never a number.</summary>
    private NoValueOperation Refused(CellView view, Operation expression)
    {
        var function = view.Window switch { TimeWindow.Year => "ytd", TimeWindow.Quarter => "qtd", TimeWindow.None => "within" };
        CanCombine(
            expression.Origin,
            function,
            expression,
            new Combinable(CombineClass.None, expression, "combine.other"),
            view.Window != TimeWindow.None);
        return new NoValueOperation(expression.Origin, new Reason(CauseKind.NotCombined, expression.Origin.Text));
    }

    /// <summary>The targets of the members: each one's own, whatever it is made of.</summary>
    private Operation TargetsTogether(CellView view, TargetOperation target)
    {
        var (name, combine, unit) = (
            TargetOperation.CellOf(target.Kpi).Name, _combinability.TargetCombine(target), _combinability.UnitOf(target.Kpi));
        var cell = new CellOperation(target.Origin, name, ValueKind.Number, unit, name, Lag.None);
        var ofMember = pushDown.Reference(
            cell, view.Window == TimeWindow.None ? CellView.At(name, view.Lag) : view with { Cell = name, Population = null });
        return Together(view, ofMember, combine, unit);
    }

    private Operation Together(CellView view, Operation ofMember, Combine? combine, Unit unit) =>
        pushDown.Group(ofMember.Origin, ofMember, OverSubjects(combine, unit), view.Population!, view.Lag);

    /// <summary>What is a last value over periods is a sum over subjects, or a mean of fractions and scores.</summary>
    /// <param name="unit">Of what is combined itself, whatever the KPI says that shows it.</param>
    private static GroupFunction OverSubjects(Combine? combine, Unit unit) => combine switch
    {
        Combine.Average => GroupFunction.Average,
        Combine.Min => GroupFunction.Min,
        Combine.Max => GroupFunction.Max,
        Combine.Last => unit.IsFractionOrScore ? GroupFunction.Average : GroupFunction.Sum,
        Combine.Sum or null => GroupFunction.Sum,
    };

    private bool CanCombine(Origin origin, string function, Operation inner, Combinable found, bool overPeriods)
    {
        if (found.Class is CombineClass.Linear or CombineClass.Ratio)
        {
            ReportWithoutCombine(origin, function, inner);
            return true;
        }

        if (!_reported.Add(origin))
            return false;
        var culprit = found.Culprit ?? inner;
        var shown = found.Within.Length > 0 && found.Within != culprit.Origin.Text
            ? new Term("combine.partOf", culprit.Origin.Text, found.Within)
            : new Term("combine.part", culprit.Origin.Text);
        var reason = new Term(found.Culprit is null ? "combine.constant" : found.Reason);
        diagnostics.Add(PolicyFaults.CannotCombine(culprit.Origin.Place, function, shown, reason, inner.Origin.Text, overPeriods));
        return false;
    }

    /// <summary>A fraction has no way of its own to become that of several. Every cell is looked into once, for all functions.</summary>
    private void ReportWithoutCombine(Origin origin, string function, Operation inner)
    {
        var open = new Stack<Operation>([inner]);
        while (open.Count > 0)
        {
            var expression = open.Pop();
            if (expression is InputOperation { Fact: { Combine: null, Role: FactRole.Measure } fact })
                diagnostics.Add(PolicyFaults.CombineNeeded(origin.Place, function, fact.Name, fact.Unit!));
            else if (expression is CellOperation cell && _reached.Add(cell.Cell) && _expressions.TryGetValue(cell.Cell, out var formula))
                open.Push(formula);
            // what says whether a KPI applies is no part of what is combined; a target has a rule of its own
            foreach (var part in expression is TargetOperation ? []
                : expression is ApplicableOperation applicable ? [applicable.Inner]
                : expression.Parts())
                open.Push(part);
        }
    }
}
