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
internal sealed class WrittenMeaning(JsonValue value) : IPropertyTypeVisitor<string>
{
    public static string Of(PropertyType type, JsonValue value) => type.Accept(new WrittenMeaning(value));

    /// <summary>Null where nothing is written and nothing holds then.</summary>
    public static string? Of(Property property, JsonValue? value) =>
        value is null ? OfDefault(property.Default) : Of(property.Type, value);

    /// <summary>Which of several shapes an object is written in; null for none.</summary>
    public static Shape? ShapeOf(JsonObject json, IEnumerable<Shape> shapes) =>
        shapes.FirstOrDefault(shape => json[shape.Form!.Name] is not null);

    public string Text(TextRole role, bool isNeverEmpty) => value is JsonString text
        ? role is TextRole.Formula or TextRole.Condition ? FormulaMeaning.Of(text) : Quoted(text.Value)
        : Anything();

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

    public string List(PropertyType item, int least, int? most) => value is JsonArray list
        ? $"[{string.Join(", ", list.Items.Select(entry => Of(item, entry)))}]"
        : Anything();

    public string Map(KeyRole key, PropertyType type, bool isNeverEmpty) => value is JsonObject map
        ? Braced(map.Members.Select(member => (member.Name.Value, Of(type, member.Value))))
        : Anything();

    public string Object(Shape shape) => value is JsonObject json ? Braced(Members(json, shape)) : Anything();

    public string Choice(string? name, IReadOnlyList<PropertyType> alternatives) =>
        alternatives.FirstOrDefault(type => type.Fits(value)) is { } meant ? Of(meant, value) : Anything();

    public string Variants(string name, IReadOnlyList<Shape> shapes) =>
        value is JsonObject json && ShapeOf(json, shapes) is { } shape ? Object(shape) : Anything();

    private static IEnumerable<(string Name, string Meaning)> Members(JsonObject json, Shape shape)
    {
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
