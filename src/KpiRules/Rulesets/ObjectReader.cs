// Reads the properties of one JSON object by name and type, and reports those that nobody asked for.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

/// <param name="what">What the object is, for messages: "a KPI".</param>
internal sealed class ObjectReader(JsonObject json, Term what, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _known = [];
    private readonly List<string> _missing = [];

    public JsonObject Json { get; } = json;

    public DiagnosticBag Diagnostics => diagnostics;

    /// <summary>The object that an entry of a section must be; null after reporting that it is none.</summary>
    /// <param name="needed">What it should look like, as a message says it.</param>
    public static ObjectReader? Of(JsonMember member, Term what, DiagnosticBag diagnostics, string needed = "json.object")
    {
        if (member.Value is JsonObject json)
            return new ObjectReader(json, what, diagnostics);
        diagnostics.Add(RulesetFaults.WrongType(member.Value.Place, member.Name.Value, new Term(needed), member.Value.Type));
        return null;
    }

    /// <summary>The property's value, or null when it is not there.</summary>
    public JsonValue? Take(string name)
    {
        _known.Add(name);
        return Json[name];
    }

    public JsonValue? Required(string name)
    {
        var value = Take(name);
        if (value is null)
            _missing.Add(name);
        return value;
    }

    public JsonObject? Object(string name) => As<JsonObject>(Take(name), name, "json.object");

    public JsonArray? Array(string name) => As<JsonArray>(Take(name), name, "json.array");

    public JsonString? Text(string name) => As<JsonString>(Take(name), name, "json.text");

    /// <summary>What numbers are measured in; one that is no product or quotient of words is reported, and stands for itself.</summary>
    public Unit Unit()
    {
        if (Text("unit") is not { Value.Length: > 0 } written)
            return Facts.Unit.Unknown;
        if (Facts.Unit.Parse(written.Value) is { } unit)
            return unit;
        diagnostics.Add(TypeFaults.NotAUnit(written.Place, written.Value, UnitFactors.Most));
        return Facts.Unit.Word(written.Value);
    }

    public JsonNumber? Number(string name) => As<JsonNumber>(Take(name), name, "json.number");

    public bool? Boolean(string name) => As<JsonBoolean>(Take(name), name, "json.boolean")?.Value;

    /// <summary>The texts of a list; an entry that is none is reported.</summary>
    public IReadOnlyList<JsonString> Texts(string name) => (Array(name)?.Items ?? [])
        .Select(item => As<JsonString>(item, null, "json.text"))
        .OfType<JsonString>().ToList();

    public JsonString? RequiredText(string name)
    {
        var text = As<JsonString>(Required(name), name, "json.text");
        if (text is { Value: "" })
        {
            diagnostics.Add(RulesetFaults.Missing(text.Place, name, what));
            return null;
        }

        return text;
    }

    public int WholeNumber(string name, int from, int to, int otherwise)
    {
        if (Number(name) is not { } number)
            return otherwise;
        if (number.Value >= from && number.Value <= to && decimal.Truncate(number.Value) == number.Value)
            return (int)number.Value;
        diagnostics.Add(RulesetFaults.NotWholeWithin(number.Place, name, number.Value, from, to));
        return otherwise;
    }

    /// <summary>One of an enum's values, written in camelCase; null when it is not there, or after reporting that it is none.</summary>
    public TEnum? OneOf<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (Text(name) is not { } text)
            return null;
        if (EnumText<TEnum>.TryParse(text.Value, out var chosen))
            return chosen;
        ReportNotOneOf(text, name, EnumText<TEnum>.All);
        return null;
    }

    public void ReportNotOneOf(JsonString text, string name, IEnumerable<string> choices) =>
        diagnostics.Add(RulesetFaults.NotOneOf(text.Place, text.Value, name, choices, () => ClosestName.Find(text.Value, choices)));

    public int? Date(string name) => Text(name) is { } text ? DateOf(text, name) : null;

    public int? DateOf(JsonString text, string name)
    {
        if (DayNumber.TryParse(text.Value, out var day))
            return day;
        diagnostics.Add(RulesetFaults.BadDate(text.Place, name, text.Value));
        return null;
    }

    /// <summary>A text, or a map of texts by language.</summary>
    public LocalizedText? Localized(string name)
    {
        var value = Take(name);
        switch (value)
        {
            case null:
                return null;
            case JsonString text:
                return LocalizedText.Of(text.Value);
            case JsonObject { Members.Count: > 0 } map:
                var texts = map.Members.Select(
                    member => (member.Name.Value, Text: As<JsonString>(member.Value, member.Name.Value, "json.text"))).ToList();
                return texts.Any(text => text.Text is null)
                    ? null
                    : new LocalizedText(texts.Select(text => new KeyValuePair<string, string>(text.Value, text.Text!.Value)).ToList());
            default:
                ReportType(value, name, "json.localized");
                return null;
        }
    }

    /// <param name="name">What the value is called; null for an entry of a list.</param>
    public T? As<T>(JsonValue? value, string? name, string needed)
        where T : JsonValue
    {
        if (value is not null and not T)
            ReportType(value, name, needed);
        return value as T;
    }

    /// <param name="name">What the value is called; null for an entry of a list.</param>
    public void ReportType(JsonValue value, string? name, string needed) => diagnostics.Add(name is null
        ? RulesetFaults.WrongEntry(value.Place, new Term(needed), value.Type)
        : RulesetFaults.WrongType(value.Place, name, new Term(needed), value.Type));

    /// <summary>
    /// Reports every property that was not asked for, and those that are missing. To be called once all have been asked for.
    /// </summary>
    public void Finish()
    {
        var unused = _known.Where(known => Json[known] is null).ToList();
        foreach (var member in Json.Members.Where(member => !_known.Contains(member.Name.Value)))
        {
            var name = member.Name.Value;
            diagnostics.Add(RulesetFaults.UnknownProperty(member.Name.Place, name, what, () => ClosestName.Find(name, unused)));
            // a misspelt name is one fault, not a missing and an unknown one
            if (_missing.Count > 0 && ClosestName.Find(name, unused) is { } meant)
                _missing.Remove(meant);
        }

        foreach (var name in _missing)
            diagnostics.Add(RulesetFaults.Missing(Json.Place, name, what));
    }
}
