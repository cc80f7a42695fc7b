// Reads what the rows of a table are found by and what they give.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Tables;

/// <param name="table">The table's own properties.</param>
internal sealed class TableColumnReader(ObjectReader table, DiagnosticBag diagnostics, IdRegister ids)
{
    private readonly HashSet<string> _names = [];

    /// <summary>In their order; null after a fault.</summary>
    public IReadOnlyList<TableKey>? Keys()
    {
        if (table.Read(TableShape.Keys) is not { } list)
            return null;
        var keys = list.Items.Select((item, i) => item is null ? null : Key(item, i == list.Items.Count - 1)).ToList();
        return !list.HasGoodLength || keys.Contains(null) ? null : keys.Select(key => key!).ToList().AsReadOnly();
    }

    /// <summary>In the order of the ruleset; null after a fault.</summary>
    public IReadOnlyList<FactDefinition>? Values()
    {
        if (table.Read(TableShape.Values) is not { } map)
            return null;
        var values = map.Entries.Select(Value).ToList();
        return values.Count == 0 || values.Contains(null) ? null : values.Select(value => value!).ToList().AsReadOnly();
    }

    private TableKey? Key(ObjectReader reader, bool isLast)
    {
        var name = reader.Read(TableKeyShape.Name);
        var (kind, match) = (reader.Read(TableKeyShape.Type), reader.Read(TableKeyShape.Match));
        reader.Finish();
        var isRead = (kind is not null || reader.Written(TableKeyShape.Type) is null)
            && (match is not null || reader.Written(TableKeyShape.Match) is null);
        if (match == KeyMatch.From && isRead && !(isLast && kind is ValueKind.Number or ValueKind.Date))
        {
            diagnostics.Add(TableFaults.BoundOfOther(reader.Written(TableKeyShape.Match)!.Place, name?.Value ?? ""));
            return null;
        }

        return name is not null && IsNew(name) && isRead ? new TableKey(name.Value, kind ?? ValueKind.Text, match == KeyMatch.From) : null;
    }

    private FactDefinition? Value(MapEntry<ObjectReader> entry)
    {
        var isNew = IsNew(entry.Name);
        if (entry.Read() is not { } reader)
            return null;
        var title = Naming.ReadTitle(reader);
        var known = reader.Read(TableValueShape.Type);
        var unit = reader.Read(TableValueShape.Unit);
        var (min, max) = FactProperties.ReadBounds(reader, TableValueShape.Min, TableValueShape.Max);
        reader.Finish();
        return !isNew || (known is null && reader.Written(TableValueShape.Type) is not null)
            ? null
            : new FactDefinition(entry.Name.Value, FactRole.TableValue, known ?? ValueKind.Number, unit)
            {
                Title = title,
                Min = min,
                Max = max,
            };
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
}
