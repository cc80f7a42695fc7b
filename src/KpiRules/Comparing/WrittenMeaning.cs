// Takes a value of a ruleset and its type, gives what it says in one form only: what two ways to write it have in common.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Comparing;

/// <remarks>
/// Formatting, the order of properties, a default that is written out, and how a number or a formula is written do not matter.
/// </remarks>
/// <param name="isInAnyOrder">Whether a list says the same in any order.</param>
internal sealed class WrittenMeaning(JsonValue value, bool isInAnyOrder) : IPropertyTypeVisitor<string>
{
    public static string Of(PropertyType type, JsonValue value) => type.Accept(new WrittenMeaning(value, isInAnyOrder: false));

    /// <summary>Null where nothing is written and nothing holds then.</summary>
    public static string? Of(Property property, JsonValue? value) => value switch
    {
        null => OfDefault(property.Default),
        JsonArray { Items.Count: 0 } when property is { IsInAnyOrder: true, IsRequired: false } => null,
        _ => property.Type.Accept(new WrittenMeaning(value, property.IsInAnyOrder)),
    };

    /// <summary>Which of several shapes an object is written in; null for none.</summary>
    public static Shape? ShapeOf(JsonObject json, IEnumerable<Shape> shapes) =>
        shapes.FirstOrDefault(shape => json[shape.Form!.Name] is not null);

    /// <summary>A value in full where it is the short form of an object; else as it is.</summary>
    public static JsonValue InFull(JsonValue value, IReadOnlyList<PropertyType> alternatives) =>
        alternatives.Select(type => type.Shape?.Short).FirstOrDefault(form => form?.Type.Fits(value) == true) is { } property
            ? new JsonObject(value.Place, [new JsonMember(new JsonString(value.Place, property.Name), value)])
            : value;

    public string Text(TextRole role, bool isNeverEmpty) => value is not JsonString text ? Anything()
        : role is TextRole.Formula or TextRole.Condition ? FormulaMeaning.Of(text)
        : Quoted(text.Value);

    public string Pattern(TextRole role, string pattern) => Anything();

    public string Localized() => Anything();

    public string Date() => Anything();

    public string Period() => Anything();

    public string Number(NumberBound bound) => Anything();

    public string Whole(int from, int to) => Anything();

    public string Boolean(bool? only) => Anything();

    public string Words(IReadOnlyCollection<string> words, WordMatch match) => Anything();

    public string Single() => Anything();

    public string Anything() => Plain(value);

    public string List(PropertyType item, int least, int? most)
    {
        if (value is not JsonArray list)
            return Anything();
        var entries = list.Items.Select(entry => Of(item, entry));
        return $"[{string.Join(", ", isInAnyOrder ? entries.OrderBy(entry => entry, StringComparer.Ordinal) : entries)}]";
    }

    public string Map(KeyRole key, PropertyType type, bool isNeverEmpty) => value is JsonObject map
        ? Braced(map.Members.Select(member => (member.Name.Value, Of(type, member.Value))))
        : Anything();

    public string Object(Shape shape) => value is JsonObject json ? Braced(Members(json, shape)) : Anything();

    public string Choice(string? name, IReadOnlyList<PropertyType> alternatives) =>
        alternatives.FirstOrDefault(type => type.Fits(InFull(value, alternatives))) is { } meant
            ? meant.Accept(new WrittenMeaning(InFull(value, alternatives), isInAnyOrder))
            : Anything();

    public string Variants(string name, IReadOnlyList<Shape> shapes) =>
        value is JsonObject json && ShapeOf(json, shapes) is { } shape ? Object(shape) : Anything();

    private static IEnumerable<(string Name, string Meaning)> Members(JsonObject written, Shape shape)
    {
        var json = shape.AsRead?.Invoke(written) ?? written;
        var properties = shape.PropertiesOf(json).ToDictionary(property => property.Name);
        foreach (var member in json.Members)
        {
            properties.TryGetValue(member.Name.Value, out var property);
            var meaning = property is not null ? Of(property, member.Value)
                : shape.Others is { } others ? Of(others, member.Value) : Plain(member.Value);
            if (meaning is not null && meaning != OfDefault(property?.Default))
                yield return (member.Name.Value, meaning);
        }
    }

    private static string? OfDefault(object? otherwise) => otherwise switch
    {
        null => null,
        bool truth => truth ? "true" : "false",
        string text => Quoted(text),
        IEnumerable<string> texts => $"[{string.Join(", ", texts.Select(Quoted))}]",
        var number => FormulaMeaning.Of(Convert.ToDecimal(number, CultureInfo.InvariantCulture)),
    };

    private static string Plain(JsonValue value) => value switch
    {
        JsonObject json => Braced(json.Members.Select(member => (member.Name.Value, Plain(member.Value)))),
        JsonArray list => $"[{string.Join(", ", list.Items.Select(Plain))}]",
        JsonString text => Quoted(text.Value),
        JsonNumber number => FormulaMeaning.Of(number.Value),
        JsonBoolean truth => truth.Value ? "true" : "false",
        _ => "null",
    };

    private static string Braced(IEnumerable<(string Name, string Meaning)> members)
    {
        var sorted = members.OrderBy(member => member.Name, StringComparer.Ordinal);
        return $"{{{string.Join(", ", sorted.Select(member => $"{Quoted(member.Name)}: {member.Meaning}"))}}}";
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
