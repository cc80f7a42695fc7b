// A type made for the inputs of one workflow, and how its members are filled from an evaluation.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Dynamic.Core;
using System.Reflection;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Workflows.Exporting;

namespace KpiRules.RulesEngine;

internal sealed class InputType
{
    private readonly Type _type;
    private readonly (WorkflowInput Input, PropertyInfo Property)[] _members;

    /// <summary>The ruleset's own tables, which are the same in every evaluation.</summary>
    private readonly Dictionary<WorkflowInput, (RowType Type, Array? Own)> _tables;

    public InputType(IReadOnlyList<WorkflowInput> inputs)
    {
        _tables = inputs.Where(input => input.Source is TableInput)
            .ToDictionary(input => input, input => TableOf((TableInput)input.Source));
        _type = DynamicClassFactory.CreateType(
            inputs.Select(input => new DynamicProperty(
                input.Name, _tables.TryGetValue(input, out var table) ? table.Type.OfRows : TypeOf(input.Type))).ToList(),
            createParameterCtor: false);
        _members = inputs.Select(input => (input, _type.GetProperty(input.Name)!)).ToArray();
    }

    /// <summary>How each member is read of a row; what the period alone decides is read once.</summary>
    public Action<object, int>[] Readers(SheetProgram sheet, Frame frame) =>
        _members.Select(member => Reader(member.Input, member.Property, sheet, frame)).ToArray();

    public object Create(Action<object, int>[] readers, int row)
    {
        var input = Activator.CreateInstance(_type)!;
        foreach (var read in readers)
            read(input, row);
        return input;
    }

    /// <summary>An input of a subject of which nothing is known but the period.</summary>
    public object CreateWithoutFacts(PeriodCalendar calendar)
    {
        var input = Activator.CreateInstance(_type)!;
        foreach (var (member, property) in _members)
        {
            if (member.Source is CalendarNumber number)
                property.SetValue(input, CalendarFacts.ValueOf(number.Fact, calendar));
            else if (_tables.TryGetValue(member, out var table))
                property.SetValue(input, table.Own);
        }

        return input;
    }

    private static (RowType Type, Array? Own) TableOf(TableInput table)
    {
        var type = new RowType(table);
        return (type, table.Table.Rows is { } rows ? type.Rows(rows) : null);
    }

    private Action<object, int> Reader(WorkflowInput input, PropertyInfo property, SheetProgram sheet, Frame frame)
    {
        if (input.Source is CalendarNumber number)
        {
            var value = CalendarFacts.ValueOf(number.Fact, frame.CalendarAt(number.Lag));
            return (target, _) => property.SetValue(target, value);
        }

        if (input.Source is TableInput table)
        {
            var rows = _tables[input].Own ?? _tables[input].Type.Rows(frame, table);
            return (target, _) => property.SetValue(target, rows);
        }

        var column = frame.Columns[input.Source is Input fact ? sheet.SlotOf(fact) : sheet.ProgramOf(((Cell)input.Source).Name)!.Slot];
        // what only matters in longer periods is not there in others
        return (target, row) => property.SetValue(target, column is null ? null : Boxed(column.Read(row)));
    }

    internal static object? Boxed(FactValue value) => value.Kind switch
    {
        ValueKind.Number => value.Number,
        ValueKind.Boolean => value.Boolean,
        ValueKind.Date => value.Date,
        ValueKind.Text or null => value.Text,
    };

    internal static Type TypeOf(string type) => type switch
    {
        "decimal" => typeof(decimal),
        "decimal?" => typeof(decimal?),
        "bool" => typeof(bool),
        "bool?" => typeof(bool?),
        "DateTime" => typeof(DateTime),
        "DateTime?" => typeof(DateTime?),
        "DateTime[]" => typeof(DateTime[]),
        _ => typeof(string),
    };
}
