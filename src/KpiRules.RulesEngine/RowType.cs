// A type made for the rows of one table, and how rows of it are made of the table's.
using System;
using System.Linq;
using System.Linq.Dynamic.Core;
using System.Reflection;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Lookup;
using KpiRules.Workflows.Exporting;

namespace KpiRules.RulesEngine;

internal sealed class RowType
{
    private readonly TableInput _table;
    private readonly Type _type;
    private readonly PropertyInfo[] _members;

    public RowType(TableInput table)
    {
        _table = table;
        _type = DynamicClassFactory.CreateType(
            table.Members.Select(member => new DynamicProperty(member.Name, InputType.TypeOf(member.Type))).ToList(),
            createParameterCtor: false);
        _members = table.Members.Select(member => _type.GetProperty(member.Name)!).ToArray();
    }

    /// <summary>Of a list of such rows.</summary>
    public Type OfRows => _type.MakeArrayType();

    /// <summary>The rows that hold for the period of the table's lag; null where none are given.</summary>
    public Array? Rows(Frame frame, TableInput table) =>
        table.Lag.From(frame.Calendar.Period) is { } period && frame.Tables?.RowsFor(table.Table, period) is { } given
            ? Rows(given.Rows)
            : null;

    public Array Rows(RowIndex index)
    {
        var all = _table.RowsOf(index).Select(Row).ToArray();
        var rows = Array.CreateInstance(_type, all.Length);
        Array.Copy(all, rows, all.Length);
        return rows;
    }

    private object Row(FactValue[] values)
    {
        var row = Activator.CreateInstance(_type)!;
        for (var i = 0; i < values.Length; i++)
            _members[i].SetValue(row, InputType.Boxed(values[i]));
        return row;
    }
}
