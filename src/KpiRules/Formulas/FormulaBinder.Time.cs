// Binding of the time functions: how many periods they reach back.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    private Operation? BindTime(CallSyntax call, FunctionDefinition function, List<Operation> arguments, string? unit)
    {
        var (origin, inner) = (call.Origin, arguments[0]);
        if ((arguments.Count > 1 ? PeriodsOf(function, arguments[1]) : 1) is not { } periods)
            return null;
        return function.Id switch
        {
            Function.Previous => new PreviousOperation(origin, inner, Lag.None.Back(periods)),
            Function.SameLastYear => new PreviousOperation(origin, inner, Lag.None.BackAYear()),
            Function.YearToDate => new WindowOperation(origin, function.Name, TimeWindow.Year, inner),
            Function.QuarterToDate => new WindowOperation(origin, function.Name, TimeWindow.Quarter, inner),
            Function.SumOf => Trailing(TrailingKind.Sum),
            Function.AverageOf => Trailing(TrailingKind.Average),
            Function.Growth => Trailing(TrailingKind.Growth),
            Function.Declining => Trailing(TrailingKind.Declining),
            Function.Rising => Trailing(TrailingKind.Rising),
            Function.ZScore => Trailing(TrailingKind.ZScore),
            Function.Beyond => Trailing(TrailingKind.Beyond) with { Limit = arguments[2] },
            Function.SameSide => Trailing(TrailingKind.SameSide),
            // others: the caller passes functions over time alone, and this one is left of them
            _ => Trailing(TrailingKind.Monotone),
        };

        TrailingOperation Trailing(TrailingKind kind) => new(origin, kind, inner, periods, function.Result!.Value, unit);
    }

    private int? PeriodsOf(FunctionDefinition function, Operation count)
    {
        var number = count is ConstantOperation or ParameterOperation ? count.ConstantNumber() : null;
        if (number is { } periods && function.AcceptsPeriods(periods))
            return (int)periods;
        diagnostics.Add(TypeFaults.NotACount(count.Origin.Place, function.Name, function.LeastPeriods, FunctionDefinition.MostPeriods));
        return null;
    }
}
