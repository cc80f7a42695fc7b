// Reads what the rows of a table are found by and what they give.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Tables;

/// <param name="table">The table's own properties.</param>
internal sealed class TableColumnReader(ObjectReader table, DiagnosticBag diagnostics, IdRegister ids)
{
    private const int MostKeys = 16;

    private readonly HashSet<string> _names = [];

    /// <summary>In their order; null after a fault.</summary>
    public IReadOnlyList<TableKey>? Keys()
    {
        if (table.Array("keys") is not { } json)
            return null;
        if (json.Items.Count is 0 or > MostKeys)
            diagnostics.Add(TableFaults.NumberOfKeys(json.Place, json.Items.Count, MostKeys));
        var keys = json.Items.Select((item, i) => Key(item, i == json.Items.Count - 1)).ToList();
        return json.Items.Count is 0 or > MostKeys || keys.Contains(null) ? null : keys.Select(key => key!).ToList().AsReadOnly();
    }

    /// <summary>In the order of the ruleset; null after a fault.</summary>
    public IReadOnlyList<FactDefinition>? Values()
    {
        if (table.Object("values") is not { } json)
            return null;
        if (json.Members.Count == 0)
            diagnostics.Add(TableFaults.NoValue(json.Place));
        var values = json.Members.Select(Value).ToList();
        return values.Count == 0 || values.Contains(null) ? null : values.Select(value => value!).ToList().AsReadOnly();
    }

    private TableKey? Key(JsonValue item, bool isLast)
    {
        if (table.As<JsonObject>(item, null, "json.object") is not { } json)
            return null;
        var reader = new ObjectReader(json, new Term("what.tableKey"), diagnostics);
        var name = reader.RequiredText("name");
        var (kind, match) = (reader.OneOf<ValueKind>("type"), reader.OneOf<KeyMatch>("match"));
        reader.Finish();
        var isRead = (kind is not null || json["type"] is null) && (match is not null || json["match"] is null);
        if (match == KeyMatch.From && isRead && !(isLast && kind is ValueKind.Number or ValueKind.Date))
        {
            diagnostics.Add(TableFaults.BoundOfOther(json["match"]!.Place, name?.Value ?? ""));
            return null;
        }

        return name is not null && IsNew(name) && isRead ? new TableKey(name.Value, kind ?? ValueKind.Text, match == KeyMatch.From) : null;
    }

    private FactDefinition? Value(JsonMember member)
    {
        var isNew = IsNew(member.Name);
        if (ObjectReader.Of(member, new Term("what.tableValue"), diagnostics) is not { } reader)
            return null;
        reader.Localized("title");
        reader.Localized("description");
        var known = reader.OneOf<ValueKind>("type");
        var kind = known ?? ValueKind.Number;
        var isNumber = kind == ValueKind.Number;
        var unit = isNumber ? reader.Unit() : Unit.Unknown;
        var (min, max) = isNumber ? FactLimitsReader.ReadBounds(reader) : default;
        reader.Finish();
        return !isNew || (known is null && reader.Json["type"] is not null)
            ? null
            : new FactDefinition(member.Name.Value, FactRole.TableValue, kind, unit) { Min = min, Max = max };
    }

    /// <summary>Keys and values have a scope of their own, within which each has another name.</summary>
    private bool IsNew(JsonString name)
    {
        if (!ids.CheckName(name))
            return false;
        if (_names.Add(name.Value))
            return true;
        diagnostics.Add(TableFaults.ColumnTwice(name.Place, name.Value));
        return false;
    }

    private enum KeyMatch
    {
        Equal,
        From,
    }
}
