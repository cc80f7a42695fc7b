// Takes a list before and after, finds by which of their properties entries are told apart: the name, the bound, the keys of a table.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

internal sealed class EntryKey
{
    private readonly IReadOnlyList<string> _names;

    /// <summary>The first properties, in the order in which they are written, that no two entries of one list have alike.</summary>
    public EntryKey(JsonArray before, JsonArray after)
    {
        var entries = before.Items.Concat(after.Items).OfType<JsonObject>().ToList();
        if (entries.Count < before.Items.Count + after.Items.Count || entries.Count == 0)
        {
            _names = [];
            return;
        }

        var names = new List<string>();
        foreach (var name in entries[0].Members.Select(member => member.Name.Value)
            .Where(name => entries.All(entry => entry[name] is JsonString or JsonNumber or JsonBoolean)))
        {
            names.Add(name);
            _names = names;
            if (IsUnique(before) && IsUnique(after))
                return;
        }

        _names = [];
    }

    public bool IsFound => _names.Count > 0;

    /// <summary>As <c>from 100000</c>.</summary>
    public string Of(JsonValue entry) =>
        string.Join(", ", _names.Select(name => $"{name} {WrittenValue.Of(((JsonObject)entry)[name]!)}"));

    private bool IsUnique(JsonArray list) => list.Items.Select(Of).Distinct().Count() == list.Items.Count;
}
