// Takes the operations of a cell under two policies, says whether they mean the same, or would if their parameters were the same.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Kernel;
using KpiRules.Sections.Incentives;

namespace KpiRules.Comparing;

internal static class RuleDifference
{
    /// <summary>Null where both mean the same.</summary>
    public static CellChangeReason? Of(Cell before, Cell after)
    {
        // which lines there are is told of the lines
        if (SameMeaning.Holds(before.Operation, after.Operation) || IsTotal(before.Operation) || IsTotal(after.Operation))
            return null;
        var isSame = false;
        DeepStack.Run(Math.Max(before.Nesting, after.Nesting), () =>
            isSame = SameMeaning.Holds(WithoutParameters(before.Operation), WithoutParameters(after.Operation)));
        return isSame ? CellChangeReason.Parameter : CellChangeReason.Rule;
    }

    /// <summary>The parameters in both that have other values.</summary>
    public static IEnumerable<InputChange> Parameters(Operation before, Operation after)
    {
        var (were, are) = (ParametersIn(before), ParametersIn(after));
        return were.Where(was => are.TryGetValue(was.Key, out var now) && now.Value != was.Value.Value)
            .Select(was => new InputChange(was.Key, null, was.Value.Value, are[was.Key].Value, are[was.Key].Unit.Text));
    }

    /// <summary>All parts of an operation that have none themselves, and those that look at records or tables.</summary>
    public static IEnumerable<Operation> PartsIn(Operation operation)
    {
        // a list of our own, for formulas may be nested deeper than the caller's stack allows
        var waiting = new Stack<Operation>([operation]);
        while (waiting.Count > 0)
        {
            var part = waiting.Pop();
            yield return part;
            foreach (var inner in part.Parts())
                waiting.Push(inner);
        }
    }

    private static bool IsTotal(Operation operation) => operation is GuardOperation guard
        ? IsTotal(guard.Inner)
        : operation is PayoutOperation;

    private static Dictionary<string, ParameterOperation> ParametersIn(Operation operation) =>
        PartsIn(operation).OfType<ParameterOperation>().GroupBy(parameter => parameter.Name)
            .ToDictionary(group => group.Key, group => group.First());

    private static Operation WithoutParameters(Operation operation) =>
        operation is ParameterOperation parameter ? parameter with { Value = 0 } : operation.Map(WithoutParameters);
}
