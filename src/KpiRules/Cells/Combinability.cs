// Whether a formula over several periods can be worked out from facts combined over them: "Periods and time" in docs/format.md.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal enum CombineClass
{
    /// <summary>The same for every subject and period.</summary>
    Constant,

    /// <summary>Not made of measures, but of attributes.</summary>
    OfSubject,

    /// <summary>Sums, differences and constant multiples of measures.</summary>
    Linear,

    /// <summary>The same plus something that is not made of measures: only targets know what to do with that.</summary>
    Shifted,

    /// <summary>A constant plus a multiple of the quotient of two that are linear.</summary>
    Ratio,

    /// <summary>None of these.</summary>
    None,
}

/// <param name="Culprit">What keeps it from being combined; null where nothing does.</param>
/// <param name="Reason">What the culprit is, for a message.</param>
/// <param name="Within">The stretch at fault in the formula of the cell that is the culprit; empty where there is none.</param>
internal sealed record Combinable(CombineClass Class, Operation? Culprit = null, string Reason = "", string Within = "");

internal sealed partial class Combinability(IReadOnlyList<Cell> cells)
{
    private readonly Dictionary<string, (bool Window, bool Population)> _nested = [];
    private Dictionary<string, Combinable>? _ofCells;

    public CombineClass ClassOf(Operation expression) => Of(expression).Class;

    public Combinable Of(Operation expression) => expression.Accept(this);

    /// <summary>The function over time, and over subjects, that stands in it already; null for none.</summary>
    public (Operation? Window, Operation? Population) Nested(Operation expression)
    {
        if (expression is CellOperation cell)
        {
            OfCells();
            var (inWindow, inPopulation) = _nested[cell.Cell];
            return (inWindow ? cell : null, inPopulation ? cell : null);
        }

        // each period, and each member, has a target of its own
        if (expression is TargetOperation)
            return (null, null);

        var (window, population) = (expression as WindowOperation as Operation, expression as PopulationOperation as Operation);
        foreach (var part in expression.Parts())
        {
            var nested = Nested(part);
            (window, population) = (window ?? nested.Window, population ?? nested.Population);
        }

        return (window, population);
    }

    private Combinable OfCell(CellOperation cell)
    {
        var found = OfCells()[cell.Cell];
        return found.Culprit is null
            ? found
            : found with { Culprit = cell, Within = found.Within.Length > 0 ? found.Within : found.Culprit.Origin.Text };
    }

    /// <summary>One after the other in order, so that a chain of cells is no recursion.</summary>
    private Dictionary<string, Combinable> OfCells()
    {
        if (_ofCells is not null)
            return _ofCells;
        _ofCells = [];
        foreach (var cell in cells)
        {
            _ofCells[cell.Name] = Of(cell.Operation);
            var (window, population) = Nested(cell.Operation);
            _nested[cell.Name] = (window is not null, population is not null);
        }

        return _ofCells;
    }

    private Combinable OfSum(ArithmeticOperation sum)
    {
        var parts = sum.Operands.Select(Of).ToList();
        if (parts.Find(part => part.Class == CombineClass.None) is { } refused)
            return refused;
        var (ratios, free) = (parts.Count(part => part.Class == CombineClass.Ratio), parts.Count(IsFree));
        if (ratios > 0)
        {
            return ratios == 1 && parts.Count(part => part.Class == CombineClass.Constant) == parts.Count - 1
                ? new(CombineClass.Ratio)
                : Refused(sum, "combine.ratios");
        }

        if (free == parts.Count)
            return parts.Find(part => part.Class == CombineClass.OfSubject) ?? new(CombineClass.Constant);
        return free == 0 && parts.TrueForAll(part => part.Class == CombineClass.Linear)
            ? new(CombineClass.Linear)
            : new(CombineClass.Shifted, sum, "combine.shifted");
    }

    private Combinable OfProduct(ArithmeticOperation product)
    {
        var result = Of(product.Operands[0]);
        for (var i = 1; i < product.Operands.Count; i++)
        {
            var operand = Of(product.Operands[i]);
            if (result.Class == CombineClass.None)
                return result;
            if (operand.Class == CombineClass.None)
                return operand;
            var isQuotient = product.Signs[i - 1] == ArithmeticSign.Divide;
            if (product.Signs[i - 1] == ArithmeticSign.Remainder && !(IsFree(result) && IsFree(operand)))
                return Refused(product, "combine.remainder");
            result = (result.Class, operand.Class) switch
            {
                (_, CombineClass.Constant) => result,
                (CombineClass.Constant, _) when !isQuotient || IsFree(operand) => operand,
                (CombineClass.OfSubject, CombineClass.OfSubject) => result,
                (CombineClass.Linear, CombineClass.Linear) when isQuotient => new(CombineClass.Ratio),
                (CombineClass.OfSubject, _) => result with { Class = CombineClass.None },
                (_, CombineClass.OfSubject) => operand with { Class = CombineClass.None },
                // others: two that both change from period to period, or one that nothing is known of
                _ => Refused(product, isQuotient ? "combine.ratios" : "combine.product"),
            };
        }

        return result;
    }

    public Combine TargetCombine(TargetOperation target) => target.Combine ?? TargetOperation.CombineOf(null, UnitOf(target.Kpi));

    public Unit UnitOf(string kpi) => (_units ??= cells.ToDictionary(cell => cell.Name, cell => cell.Unit))[kpi];

    /// <summary>Whether a KPI is surely no sum over periods: a quotient, or something that looks at several of them itself.</summary>
    public bool DoesNotAddUp(string kpi) =>
        OfCells()[kpi] is { Class: CombineClass.Ratio } or { Class: CombineClass.None, Reason: "combine.time" } || _nested[kpi].Window;

    /// <summary>Whether a KPI is made of measures of which one combines over periods by anything but a sum.</summary>
    public bool CombinesOtherwise(string kpi)
    {
        _formulas ??= cells.ToDictionary(cell => cell.Name, cell => cell.Operation);
        var (open, seen) = (new Stack<Operation>([_formulas[kpi]]), new HashSet<string>());
        while (open.Count > 0)
        {
            var operation = open.Pop();
            if (operation is InputOperation { Fact: { Role: FactRole.Measure, Combine: not (null or Combine.Sum) } })
                return true;
            if (operation is CellOperation cell && seen.Add(cell.Cell))
                open.Push(_formulas[cell.Cell]);
            else if (operation is ApplicableOperation applicable)
                open.Push(applicable.Inner);
            else if (operation is NegationOperation or ArithmeticOperation)
            {
                foreach (var part in operation.Parts())
                    open.Push(part);
            }
        }

        return false;
    }

    private Dictionary<string, Unit>? _units;
    private Dictionary<string, Operation>? _formulas;

    /// <summary>Conditions, functions, schedules: combined only where no measure is in them, and so nothing to combine.</summary>
    private Combinable OfFunction(Operation expression, string reason)
    {
        var parts = expression.Parts().Select(Of).ToList();
        return parts.TrueForAll(IsFree)
            ? parts.Find(part => part.Class == CombineClass.OfSubject) ?? new(CombineClass.Constant)
            : Refused(expression, reason);
    }

    private Combinable By(Combining combining, Operation operation) => combining.Kind switch
    {
        CombiningKind.Never => Refused(operation, combining.Reason),
        CombiningKind.WithoutMeasures => OfFunction(operation, combining.Reason),
        CombiningKind.AsPart => Of(operation.Parts()[combining.Part]),
        CombiningKind.AddsUp => operation.Parts().Select(Of).All(IsFree) ? new(CombineClass.Linear) : Refused(operation, combining.Reason),
        CombiningKind.Attains => OfQuotient(operation, operation.Parts()[0], operation.Parts()[1], combining.Reason),
    };

    private Combinable OfQuotient(Operation operation, Operation value, Operation target, string reason)
    {
        var (ofValue, ofTarget) = (Of(value), Of(target));
        if (ofValue.Class is CombineClass.Linear or CombineClass.Ratio && ofTarget.Class is CombineClass.Linear or CombineClass.Constant)
            return new(CombineClass.Ratio);
        return ofValue.Class == CombineClass.None ? ofValue : ofTarget.Class == CombineClass.None ? ofTarget : Refused(operation, reason);
    }

    private static bool IsFree(Combinable part) => part.Class is CombineClass.Constant or CombineClass.OfSubject;

    private static Combinable Refused(Operation culprit, string reason) => new(CombineClass.None, culprit, reason);
}
