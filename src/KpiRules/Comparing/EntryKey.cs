// Takes a list before and after, finds by which of their properties entries are told apart: the name, the bound, the keys of a table.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

internal sealed class EntryKey
{
    private readonly IReadOnlyList<string> _names;
    private readonly PropertyType? _type;
    private readonly bool _isUnique;

    /// <summary>
    /// The property that is meant for it. Of rows whose columns the author names, the first columns, in the order in which they are
    /// written, that no two rows of one list have alike. None for what is told by its place.
    /// </summary>
    public EntryKey(JsonArray before, JsonArray after, PropertyType item)
    {
        var entries = before.Items.Concat(after.Items).OfType<JsonObject>().ToList();
        var named = item.Shape?.Properties.FirstOrDefault(property => property.TellsApart);
        (_names, _type) = ([], named?.Type ?? item.Shape?.Others);
        if (_type is null || entries.Count < before.Items.Count + after.Items.Count || entries.Count == 0)
            return;
        var candidates = named is null ? entries[0].Members.Select(member => member.Name.Value) : [named.Name];
        var names = new List<string>();
        foreach (var name in candidates.Where(
            name => entries.All(entry => entry[name] is JsonString or JsonNumber or JsonBoolean)))
        {
            names.Add(name);
            _names = names;
            _isUnique = IsUnique(before) && IsUnique(after);
            if (_isUnique)
                return;
        }

        if (named is null)
            _names = [];
    }

    public bool IsFound => _names.Count > 0;

    /// <summary>As <c>from 100000</c>.</summary>
    public string Of(JsonValue entry) =>
        string.Join(", ", _names.Select(name => $"{name} {WrittenValue.Of(((JsonObject)entry)[name]!)}"));

    /// <summary>The same for whatever means the same.</summary>
    public string MeaningOf(JsonValue entry) =>
        string.Join(", ", _names.Select(name => WrittenMeaning.Of(_type!, ((JsonObject)entry)[name]!)));

    /// <summary>What the entries of a list are called, in their order; the list itself where that does not tell them apart.</summary>
    public JsonArray NamesIn(JsonArray list) => _isUnique && _names.Count == 1
        ? new JsonArray(list.Place, list.Items.Select(entry => ((JsonObject)entry)[_names[0]]!).ToList())
        : list;

    private bool IsUnique(JsonArray list) => list.Items.Select(MeaningOf).Distinct().Count() == list.Items.Count;
}
