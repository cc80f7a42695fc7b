// Takes a table as it is written, gives it with every cell of a column of numbers as a number, however it was written.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Tables;

internal static class NumberCells
{
    public static JsonObject AsRead(JsonObject table)
    {
        var names = new HashSet<string>(Columns(table));
        return names.Count == 0 ? table : new JsonObject(table.Place, table.Members.Select(Member).ToList());

        JsonMember Member(JsonMember member) =>
            member.Name.Value == TableShape.Rows.Name && member.Value is JsonArray rows
                ? member with { Value = new JsonArray(rows.Place, rows.Items.Select(Row).ToList()) }
            : member.Name.Value == TableShape.Else.Name ? member with { Value = Row(member.Value) }
            : member;

        JsonValue Row(JsonValue row) => row is JsonObject cells
            ? new JsonObject(cells.Place, cells.Members.Select(cell => names.Contains(cell.Name.Value)
                ? cell with { Value = Cell(cell.Value) }
                : cell).ToList())
            : row;
    }

    private static JsonValue Cell(JsonValue cell) =>
        cell is JsonString text && WrittenNumber.TryRead(text.Value, out var number) == ReadFault.None
            ? new JsonNumber(text.Place, number)
            : cell;

    private static IEnumerable<string> Columns(JsonObject table)
    {
        foreach (var key in (table[TableShape.Keys.Name] as JsonArray)?.Items.OfType<JsonObject>() ?? [])
        {
            if (IsNumber(key, otherwise: false) && key[TableKeyShape.Name.Name] is JsonString name)
                yield return name.Value;
        }

        foreach (var value in (table[TableShape.Values.Name] as JsonObject)?.Members ?? [])
        {
            if (value.Value is JsonObject column && IsNumber(column, otherwise: true))
                yield return value.Name.Value;
        }
    }

    private static bool IsNumber(JsonObject column, bool otherwise) => column[TableValueShape.Type.Name] is JsonString type
        ? type.Value == EnumText<ValueKind>.Of(ValueKind.Number)
        : otherwise;
}
