// JSON as a tree in which every value, and every property name, knows where it stands.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Diagnostics;

namespace KpiRules.Source.Json;

/// <remarks>JSON itself says which kinds there are, so that a new one cannot be forgotten.</remarks>
[Settled(because: "JSON has these six kinds of values and gets no other")]
internal abstract class JsonValue(SourcePlace place)
{
    // a document has millions of values, and few places are asked for: the parts take half of what a place takes
    private readonly SourceText _source = place.Source;
    private readonly SourceSpan _span = place.Span;
    private readonly SourcePath _path = place.Path;

    /// <summary>From the first character of the value's own token; of an object or array, its opening bracket.</summary>
    public SourcePlace Place => new(_source, _span, _path);

    /// <summary>What kind of value it is, for messages.</summary>
    public Term Type => new(this switch
    {
        JsonObject => "json.object",
        JsonArray => "json.array",
        JsonString => "json.text",
        JsonNumber => "json.number",
        JsonBoolean => "json.boolean",
        _ => "json.null",
    });
}

internal sealed class JsonObject(SourcePlace place, IReadOnlyList<JsonMember> members) : JsonValue(place)
{
    /// <summary>Made when first asked: a list of members is enough for most objects.</summary>
    private Dictionary<string, JsonValue>? _byName;

    /// <summary>In the order of the text; no name is there twice.</summary>
    public IReadOnlyList<JsonMember> Members { get; } = members;

    /// <summary>Safe for threads: two may make the names, of which one set stays.</summary>
    public JsonValue? this[string name] => Members.Count > 0 && ByName.TryGetValue(name, out var value) ? value : null;

    private Dictionary<string, JsonValue> ByName =>
        Volatile.Read(ref _byName)
        ?? Interlocked.CompareExchange(ref _byName, Members.ToDictionary(member => member.Name.Value, member => member.Value), null)
        ?? _byName!;
}

internal sealed record JsonMember(JsonString Name, JsonValue Value);

internal sealed class JsonArray(SourcePlace place, IReadOnlyList<JsonValue> items) : JsonValue(place)
{
    public IReadOnlyList<JsonValue> Items { get; } = items;
}

internal sealed class JsonNumber(SourcePlace place, decimal value) : JsonValue(place)
{
    public decimal Value { get; } = value;
}

internal sealed class JsonBoolean(SourcePlace place, bool value) : JsonValue(place)
{
    public bool Value { get; } = value;
}

internal sealed class JsonNull(SourcePlace place) : JsonValue(place);

internal sealed class JsonString(SourcePlace place, string value) : JsonValue(place)
{
    /// <summary>
    /// The place of every escape in the decoded value, and how much longer the text is up to it; found when first asked for.
    /// </summary>
    private List<(int Index, int Longer)>? _escapes;

    public string Value { get; } = value;

    /// <summary>Where a stretch of the decoded value stands in the source, escapes counted as they are written.</summary>
    public SourcePlace PlaceOf(int start, int length)
    {
        var from = OffsetOf(start);
        var to = length == 0 ? from + 1 : OffsetOf(start + length);
        return Place.Within(from, Math.Max(1, to - from));
    }

    /// <summary>Looked up, for places are asked for many, and to count each from the beginning would be quadratic.</summary>
    private int OffsetOf(int index)
    {
        var escapes = _escapes ??= Escapes();
        var (before, end) = (0, escapes.Count);
        while (before < end)
        {
            var middle = (before + end) / 2;
            if (escapes[middle].Index < index)
                before = middle + 1;
            else
                end = middle;
        }

        return Place.Span.Start + 1 + index + (before == 0 ? 0 : escapes[before - 1].Longer);
    }

    private List<(int Index, int Longer)> Escapes()
    {
        var (text, escapes, longer) = (Place.Source.Text, new List<(int Index, int Longer)>(), 0);
        var start = Place.Span.Start + 1;
        for (var at = Next(start); at >= 0; at = Next(at + 2))
        {
            escapes.Add((at - start - longer, longer + (text[at + 1] == 'u' ? 5 : 1)));
            longer = escapes[escapes.Count - 1].Longer;
        }

        return escapes;

        int Next(int from) => from >= Place.Span.End - 1 ? -1 : text.IndexOf('\\', from, Place.Span.End - 1 - from);
    }
}
