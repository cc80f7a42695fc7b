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

    private static bool IsTotal(Operation operation) => operation is GuardOperation guard
        ? IsTotal(guard.Inner)
        : operation is PayoutOperation;

    private static Dictionary<string, ParameterOperation> ParametersIn(Operation operation) =>
        operation.WithParts().OfType<ParameterOperation>().GroupBy(parameter => parameter.Name)
            .ToDictionary(group => group.Key, group => group.First());

    private static Operation WithoutParameters(Operation operation) =>
        operation is ParameterOperation parameter ? parameter with { Value = 0 } : operation.Map(WithoutParameters);
}
