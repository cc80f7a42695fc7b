// Binding of lookups: the table and its value, and a key of the right type for each of the table's.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Lookup;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    private Operation? BindLookup(CallSyntax call)
    {
        var function = LookupFunctions.Lookup;
        var keys = call.Arguments.Skip(1).Select(Bind).ToList();
        if (call.Arguments.Count == 0)
        {
            diagnostics.Add(TypeFaults.ArgumentCount(call.FunctionOrigin.Place, function.Name, function.Arity, 0));
            return null;
        }

        if (TableValueOf(call.Arguments[0]) is not (var table, var value) || !AreKeys(call, table, keys))
            return null;
        var column = table.ValueAt(value);
        return function.Bind(new BoundCall(
            call.Origin, function, keys.Select(key => key!).ToList(), column.Kind, column.MeasuredIn, Periods: 1, Members: null,
            Table: table, Value: value));
    }

    /// <summary>The table and its value that an argument names; null after reporting that it names none.</summary>
    private (LookupTable Table, int Value)? TableValueOf(Syntax argument)
    {
        var written = argument.Origin;
        var name = (argument as NameSyntax)?.Name ?? "";
        var dot = name.LastIndexOf('.');
        var (tableName, valueName) = dot < 0 ? (name, "") : (name.Substring(0, dot), name.Substring(dot + 1));
        if (names.Table(tableName) is not { } table)
        {
            if (name.Length == 0 || !names.MayBeUnread(tableName))
                diagnostics.Add(TableFaults.TableNeeded(written.Place, written.Text, () => names.SuggestTable(tableName)));
            return null;
        }

        if (table.IndexOf(valueName) is >= 0 and var value)
            return (table, value);
        if (dot < 0)
        {
            diagnostics.Add(TableFaults.TableAlone(written.Place, name, $"{name}.{table.ValueAt(0).Name}"));
            return null;
        }

        var values = table.Definition.Values.Select(column => column.Name).ToList();
        diagnostics.Add(TableFaults.NoSuchValue(written.Place, tableName, valueName, values, () => ClosestName.Find(valueName, values)));
        return null;
    }

    private bool AreKeys(CallSyntax call, LookupTable table, List<Operation?> found)
    {
        var keys = table.Definition.Keys;
        if (found.Count != keys.Count)
        {
            diagnostics.Add(TableFaults.KeyCount(
                call.FunctionOrigin.Place, table.Definition.Name, keys.Count, keys.Select(key => key.Name), found.Count));
            return false;
        }

        // the table stands before them
        return !found.Select((key, i) => IsOf(call, i + 2, key, keys[i].Kind)).ToList().Contains(false);
    }
}
