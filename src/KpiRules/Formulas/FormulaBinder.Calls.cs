// Binding of function calls: number and types of the arguments, type and unit of the result.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    private Operation? BindCall(CallSyntax call)
    {
        if (IsOverRecords(call))
            return BindOverRecords(call);
        var function = FunctionCatalogue.Find(call.Function);
        if (function is null)
        {
            ReportUnknown(call);
            return null;
        }

        var arguments = call.Arguments.Select(Bind).ToList();
        if (!function.Accepts(arguments.Count))
        {
            diagnostics.Add(TypeFaults.ArgumentCount(call.FunctionOrigin.Place, function.Name, function.Arity, arguments.Count));
            return null;
        }

        if (arguments.Contains(null))
            return null;
        return Check(call, function, arguments.Select(argument => argument!).ToList());
    }

    private void ReportUnknown(CallSyntax call)
    {
        var place = call.FunctionOrigin.Place;
        if (string.Equals(call.Function, "log", StringComparison.OrdinalIgnoreCase))
            diagnostics.Add(FormulaFaults.WhichLogarithm(place, call.Function));
        else if ((OperatorWords.BeforeValue(call.Function) ?? OperatorWords.AtStart(call.Function)) is { } word && word.Length == call.Function.Length)
            diagnostics.Add(FormulaFaults.OperatorWord(place, word.Word, word.Operator));
        else
            diagnostics.Add(FormulaFaults.UnknownFunction(place, call.Function, owner, () => FunctionCatalogue.Suggest(call.Function)));
        foreach (var argument in call.Arguments)
            Bind(argument);
    }

    private Operation? Check(CallSyntax call, FunctionDefinition function, List<Operation> arguments)
    {
        var same = arguments.Where((_, i) => function.ParameterAt(i) == ParameterKind.Same).ToList();
        var fits = true;
        for (var i = 0; i < arguments.Count; i++)
        {
            var needed = Needed(function, i, same);
            if (needed is null || arguments[i].Kind == needed)
                continue;
            fits = false;
            diagnostics.Add(TypeFaults.Argument(
                arguments[i].Origin.Place, i + 1, function.Name, KindOf(needed.Value), arguments[i].Origin.Text, KindOf(arguments[i].Kind)));
        }

        if (fits && function.Id == Function.Between && same[0].Kind == ValueKind.Boolean)
        {
            fits = false;
            diagnostics.Add(TypeFaults.Operand(same[0].Origin.Place, function.Name, new Term("kinds.ordered"), same[0].Origin.Text, KindOf(same[0].Kind)));
        }

        if (!fits)
            return null;
        var valued = same.Count > 0 ? same : arguments;
        for (var i = 1; i < valued.Count; i++)
        {
            if (function.Id == Function.In)
                WarnOfImpossibleText(valued[0], valued[i], alwaysHolds: false);
            if (function.Unit == ResultUnit.Shared || same.Count > 0)
                WarnOfMixedUnits(valued[0], valued[0].Unit, valued[i]);
        }

        if (AsOperation(call, function, arguments, UnitOf(function, valued)) is { } operation)
            return operation;
        if (function.Id >= Function.Previous && LooksAtAField(call, arguments))
            return null;
        if (function.Id >= Function.Within)
            return BindPopulation(call, function, arguments);
        if (function.Id >= Function.Previous)
            return BindTime(call, function, arguments, UnitOf(function, valued));
        return new CallOperation(call.Origin, function, arguments, function.Result ?? same[0].Kind, UnitOf(function, valued));
    }

    /// <summary>What is an operation of its own, and no call.</summary>
    private static Operation? AsOperation(CallSyntax call, FunctionDefinition function, List<Operation> arguments, string? unit)
    {
        return function.Id switch
        {
            Function.If => new ChoiceOperation(call.Origin, arguments[0], arguments[1], arguments[2], unit),
            Function.Default => new DefaultOperation(call.Origin, arguments[0], arguments[1], unit),
            Function.Available => new AvailableOperation(call.Origin, arguments[0]),
            Function.PeriodDays => OfPeriod(CalendarFact.Days),
            Function.Remaining => OfPeriod(CalendarFact.DaysLeft),
            Function.Year => OfPeriod(CalendarFact.Year),
            Function.Quarter => OfPeriod(CalendarFact.Quarter),
            Function.Month => OfPeriod(CalendarFact.Month),
            // others: are calls, and no operations of their own
            _ => null,
        };

        CalendarOperation OfPeriod(CalendarFact fact) => new(call.Origin, fact, Lag.None, ValueKind.Number, unit);
    }

    private static ValueKind? Needed(FunctionDefinition function, int index, List<Operation> same) => function.ParameterAt(index) switch
    {
        ParameterKind.Number or ParameterKind.Periods => ValueKind.Number,
        ParameterKind.Boolean => ValueKind.Boolean,
        ParameterKind.Text => ValueKind.Text,
        ParameterKind.Date => ValueKind.Date,
        ParameterKind.Same => same[0].Kind,
        ParameterKind.Any or ParameterKind.Attribute => null,
    };

    private static string? UnitOf(FunctionDefinition function, List<Operation> valued) => function.Unit switch
    {
        ResultUnit.Plain => Units.Plain,
        ResultUnit.First => valued[0].Unit,
        ResultUnit.Shared => valued.Select(argument => argument.Unit).Aggregate(Units.Common),
        ResultUnit.Second => valued[1].Unit,
        ResultUnit.Days => Units.Days,
        ResultUnit.Count => Units.Count,
        ResultUnit.Percent => Units.Percent,
        ResultUnit.None => null,
    };
}
