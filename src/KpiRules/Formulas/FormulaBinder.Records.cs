// Binding of the functions over records: the list, and its fields, which go before the names of the subject.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    /// <summary>Of what the names in a formula are fields first; null outside of records.</summary>
    private RecordDefinition? _record = names.Record;

    /// <summary>Whether other periods or subjects are looked at: what counts there is no record's day.</summary>
    private bool _looksElsewhere;

    private Operation? BindName(NameSyntax name)
    {
        if (_record?.IndexOf(name.Name) is >= 0 and var index)
            return new FieldOperation(name.Origin, _record!, index);
        if (_record is not null
            && !_looksElsewhere
            && names.Resolve(name, false) is InputOperation { Fact: { IsAsOfRecord: true } attribute })
            return new FieldOperation(name.Origin, _record, _record.IndexOf(attribute));
        if (names.Records(name.Name) is null)
        {
            // what is no field of a list that was not read whole may be one after all
            if (_record is not null && names.MayBeUnread(_record.Name))
                return names.Resolve(name, false);
            if (_record is null
                || names.Resolve(name, false) is { }
                || NameHabits.In(name, names.IsName) is { }
                || ClosestName.Find(name.Name, _record.FieldNames) is not { } field)
                return names.Resolve(name, true);
            diagnostics.Add(FormulaFaults.UnknownName(name.Origin.Place, name.Name, owner, () => field));
            return null;
        }

        diagnostics.Add(FormulaFaults.ListAlone(name.Origin.Place, name.Name));
        return null;
    }

    /// <summary>Min and Max exist for numbers too: those over records begin with the name of a list.</summary>
    private bool IsOverRecords(CallSyntax call) => FunctionCatalogue.FindOverRecords(call.Function) is not null
        && (FunctionCatalogue.Find(call.Function) is null
            || call.Arguments.FirstOrDefault() is NameSyntax name && (names.Records(name.Name) is not null || IsUnreadList(name)));

    /// <summary>Whether a name that stands for nothing may be a list that could not be read.</summary>
    private bool IsUnreadList(NameSyntax name) =>
        names.MayBeUnread(name.Name) && names.Records(name.Name) is null && names.Resolve(name, false) is null;

    private Operation? BindOverRecords(CallSyntax call)
    {
        var function = FunctionCatalogue.FindOverRecords(call.Function)!;
        var signature = function.Signature;
        if (!signature.Accepts(call.Arguments.Count))
        {
            diagnostics.Add(TypeFaults.ArgumentCount(call.FunctionOrigin.Place, call.Function, signature.Arity, call.Arguments.Count));
            return null;
        }

        if (ListOf(call) is not { } list)
            return null;
        var outer = (_record, _looksElsewhere);
        (_record, _looksElsewhere) = (list, false);
        var bound = call.Arguments.Skip(1).Select(Bind).ToList();
        (_record, _looksElsewhere) = outer;
        var arguments = new List<Operation>();
        decimal? fraction = null;
        for (var i = 1; i <= bound.Count; i++)
        {
            var argument = bound[i - 1];
            if (!IsOf(call, i + 1, argument, Needed(signature, i, []) ?? argument?.Kind))
                return null;
            if (signature.ParameterAt(i) != ParameterKind.Fraction)
                arguments.Add(argument!);
            else if ((fraction = FractionOf(function, argument!)) is null)
                return null;
        }

        return function.Bind(new BoundCall(
            call.Origin, function, arguments, signature.Result!.Value, UnitOf(signature, arguments), Periods: 1, Members: null, list,
            fraction));
    }

    /// <summary>The list that a call looks at; null after reporting that its first argument is none.</summary>
    private RecordDefinition? ListOf(CallSyntax call)
    {
        if (call.Arguments[0] is NameSyntax name && names.Records(name.Name) is { } list)
            return list;
        if (call.Arguments[0] is NameSyntax unread && IsUnreadList(unread))
            return null;
        var written = call.Arguments[0].Origin;
        diagnostics.Add(FormulaFaults.ListNeeded(written.Place, call.Function, written.Text, () => names.SuggestRecords(written.Text)));
        return null;
    }

    private bool IsOf(CallSyntax call, int number, Operation? argument, ValueKind? needed)
    {
        if (argument is null || argument.Kind == needed)
            return argument is not null;
        diagnostics.Add(TypeFaults.Argument(
            argument.Origin.Place, number, call.Function, KindOf(needed!.Value), argument.Origin.Text, KindOf(argument.Kind)));
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
