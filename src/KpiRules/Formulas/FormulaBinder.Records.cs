// Binding of the functions over records: the list, and its fields, which go before the names of the subject.
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
    private static readonly Dictionary<string, (RecordFunction Function, int MostArguments)> RecordFunctions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sum"] = (RecordFunction.Sum, 3),
        ["count"] = (RecordFunction.Count, 2),
        ["countDistinct"] = (RecordFunction.CountDistinct, 3),
        ["average"] = (RecordFunction.Average, 3),
        ["min"] = (RecordFunction.Min, 3),
        ["max"] = (RecordFunction.Max, 3),
    };

    /// <summary>Of what the names in a formula are fields first; null outside of records.</summary>
    private RecordDefinition? _record = names.Record;

    private Operation? BindName(NameSyntax name)
    {
        if (_record?.IndexOf(name.Name) is >= 0 and var index)
            return new FieldOperation(name.Origin, _record!, index);
        if (names.Records(name.Name) is null)
        {
            // what is no field of a list that was not read whole may be one after all
            if (_record is not null && names.MayBeUnread(_record.Name))
                return names.Resolve(name, false);
            if (_record is null || names.Resolve(name, false) is { } || NameHabits.In(name, names.IsName) is { } || ClosestName.Find(name.Name, _record.FieldNames) is not { } field)
                return names.Resolve(name, true);
            diagnostics.Add(FormulaFaults.UnknownName(name.Origin.Place, name.Name, owner, () => field));
            return null;
        }

        diagnostics.Add(FormulaFaults.ListAlone(name.Origin.Place, name.Name));
        return null;
    }

    /// <summary>Min and Max exist for numbers too: those over records begin with the name of a list.</summary>
    private bool IsOverRecords(CallSyntax call) => RecordFunctions.ContainsKey(call.Function)
        && (FunctionCatalogue.Find(call.Function) is null || call.Arguments.FirstOrDefault() is NameSyntax name && (names.Records(name.Name) is not null || IsUnreadList(name)));

    /// <summary>Whether a name that stands for nothing may be a list that could not be read.</summary>
    private bool IsUnreadList(NameSyntax name) => names.MayBeUnread(name.Name) && names.Records(name.Name) is null && names.Resolve(name, false) is null;

    private FoldOperation? BindOverRecords(CallSyntax call)
    {
        var (function, most) = RecordFunctions[call.Function];
        if (call.Arguments.Count < most - 1 || call.Arguments.Count > most)
        {
            diagnostics.Add(TypeFaults.ArgumentCount(call.FunctionOrigin.Place, call.Function, new Term("arity.between", most - 1, most), call.Arguments.Count));
            return null;
        }

        if (call.Arguments[0] is not NameSyntax name || names.Records(name.Name) is not { } list)
        {
            if (call.Arguments[0] is NameSyntax unread && IsUnreadList(unread))
                return null;
            var written = call.Arguments[0].Origin;
            diagnostics.Add(FormulaFaults.ListNeeded(written.Place, call.Function, written.Text, () => names.SuggestRecords(written.Text)));
            return null;
        }

        var outer = _record;
        _record = list;
        var value = function == RecordFunction.Count ? null : Bind(call.Arguments[1]);
        var condition = call.Arguments.Count == most ? Bind(call.Arguments[most - 1]) : null;
        _record = outer;
        var needsNumber = function is not (RecordFunction.Count or RecordFunction.CountDistinct);
        if ((function != RecordFunction.Count && !IsOf(call, 2, value, needsNumber ? ValueKind.Number : value?.Kind)) || (call.Arguments.Count == most && !IsOf(call, most, condition, ValueKind.Boolean)))
            return null;
        var unit = needsNumber ? value!.Unit : Units.Count;
        return new FoldOperation(call.Origin, RecordInput.Of(list), function, value, condition, unit);
    }

    private bool IsOf(CallSyntax call, int number, Operation? argument, ValueKind? needed)
    {
        if (argument is null || argument.Kind == needed)
            return argument is not null;
        diagnostics.Add(TypeFaults.Argument(argument.Origin.Place, number, call.Function, KindOf(needed!.Value), argument.Origin.Text, KindOf(argument.Kind)));
        return false;
    }

    /// <summary>A field is one record's: it has no other periods, and no other subject has it.</summary>
    private bool LooksAtAField(CallSyntax call, IEnumerable<Operation> arguments)
    {
        if (arguments.Select(FieldIn).FirstOrDefault(found => found is not null) is not { } field)
            return false;
        diagnostics.Add(TypeFaults.FieldElsewhere(field.Origin.Place, call.Function, field.Origin.Text));
        return true;
    }

    private static FieldOperation? FieldIn(Operation expression) => expression as FieldOperation
        ?? (expression is FoldOperation ? null : expression.Parts().Select(FieldIn).FirstOrDefault(found => found is not null));
}
