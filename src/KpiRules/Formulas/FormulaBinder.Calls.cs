// Binding of function calls: number and types of the arguments, type and unit of the result.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
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

        if (function == LookupFunctions.Lookup)
            return BindLookup(call);
        var outer = _looksElsewhere;
        _looksElsewhere |= function.LooksElsewhere;
        var arguments = call.Arguments.Select(Bind).ToList();
        _looksElsewhere = outer;
        if (!function.SignatureOf(arguments.Count).Accepts(arguments.Count))
        {
            diagnostics.Add(TypeFaults.ArgumentCount(call.FunctionOrigin.Place, function.Name, function.Arity, arguments.Count));
            return null;
        }

        if (arguments.Contains(null))
            return null;
        var bound = arguments.Select(argument => argument!).ToList();
        return function == CaseFunction.Case ? BindCase(call, bound) : Check(call, function, bound);
    }

    private void ReportUnknown(CallSyntax call)
    {
        var place = call.FunctionOrigin.Place;
        if (string.Equals(call.Function, "log", StringComparison.OrdinalIgnoreCase))
            diagnostics.Add(FormulaFaults.WhichLogarithm(place, call.Function));
        else if ((OperatorWords.BeforeValue(call.Function) ?? OperatorWords.AtStart(call.Function)) is { } word
            && word.Length == call.Function.Length)
            diagnostics.Add(FormulaFaults.OperatorWord(place, word.Word, word.Operator));
        else
            diagnostics.Add(FormulaFaults.UnknownFunction(place, call.Function, owner, () => FunctionCatalogue.Suggest(call.Function)));
        foreach (var argument in call.Arguments)
            Bind(argument);
    }

    private Operation? Check(CallSyntax call, Function function, List<Operation> arguments)
    {
        var signature = function.SignatureOf(arguments.Count);
        var same = arguments.Where((_, i) => signature.ParameterAt(i) == ParameterKind.Same).ToList();
        var fits = true;
        for (var i = 0; i < arguments.Count; i++)
        {
            var needed = Needed(signature, i, same);
            if (needed is null || arguments[i].Kind == needed)
                continue;
            fits = false;
            diagnostics.Add(TypeFaults.Argument(
                arguments[i].Origin.Place, i + 1, function.Name, KindOf(needed.Value), arguments[i].Origin.Text,
                KindOf(arguments[i].Kind)));
        }

        if (fits && function == MembershipFunctions.Between && same[0].Kind == ValueKind.Boolean)
        {
            fits = false;
            diagnostics.Add(TypeFaults.Operand(
                same[0].Origin.Place, function.Name, new Term("kinds.ordered"), same[0].Origin.Text, KindOf(same[0].Kind)));
        }

        if (!fits)
            return null;
        var valued = same.Count > 0 ? same : arguments;
        for (var i = 1; i < valued.Count; i++)
        {
            if (function == MembershipFunctions.In)
                WarnOfImpossibleText(valued[0], valued[i], alwaysHolds: false);
            if (signature.Unit == ResultUnit.Shared || same.Count > 0)
                WarnOfMixedUnits(valued[0], valued[0].Unit, valued[i]);
        }

        return BindTo(call, function, arguments, signature.Result ?? same[0].Kind, UnitOf(signature, valued));
    }

    private Operation? BindTo(CallSyntax call, Function function, List<Operation> arguments, ValueKind kind, Unit unit)
    {
        var signature = function.SignatureOf(arguments.Count);
        if (function.LooksElsewhere && LooksAtAField(call, arguments))
            return null;
        Members? members = null;
        if (function.LooksAt is { } looksAt && (members = MembersOf(call, function, looksAt, arguments)) is null)
            return null;
        if ((Of(ParameterKind.Periods) is { } count ? PeriodsOf(function, count) : 1) is not { } periods)
            return null;
        decimal? fraction = null;
        if (Of(ParameterKind.Fraction) is { } written && (fraction = FractionOf(function, written)) is null)
            return null;
        var others = arguments.Where((_, i) => signature.ParameterAt(i) != ParameterKind.Fraction).ToList();
        return function.Bind(new BoundCall(call.Origin, function, others, kind, unit, periods, members, Fraction: fraction));

        Operation? Of(ParameterKind needed) => arguments.Where((_, i) => signature.ParameterAt(i) == needed).FirstOrDefault();
    }

    private static ValueKind? Needed(Signature signature, int index, List<Operation> same) => signature.ParameterAt(index) switch
    {
        ParameterKind.Number or ParameterKind.Periods or ParameterKind.Fraction => ValueKind.Number,
        ParameterKind.Boolean => ValueKind.Boolean,
        ParameterKind.Text => ValueKind.Text,
        ParameterKind.Date => ValueKind.Date,
        ParameterKind.Same => same[0].Kind,
        ParameterKind.Attribute or ParameterKind.Records or ParameterKind.TableValue or ParameterKind.Any => null,
    };

    private static Unit UnitOf(Signature signature, List<Operation> valued) => signature.Unit switch
    {
        ResultUnit.Plain => Unit.Plain,
        ResultUnit.First => valued[0].Unit,
        ResultUnit.Shared => valued.Select(argument => argument.Unit).Aggregate(Unit.Common),
        ResultUnit.Second => valued[1].Unit,
        ResultUnit.Days => Unit.Days,
        ResultUnit.Tally => Unit.Tally,
        ResultUnit.Percent => Unit.Percent,
        ResultUnit.None => Unit.Unknown,
    };
}
