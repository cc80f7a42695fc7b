// Texts: plain ones, those of a form, texts by language, dates and periods.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <param name="isNeverEmpty">Whether an empty text is as good as none.</param>
internal sealed class TextType(TextRole role = TextRole.Plain, bool isNeverEmpty = false) : PropertyType<JsonString>
{
    public override bool Fits(JsonValue value) => value is JsonString;

    public override JsonString? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        var text = reader.As<JsonString>(value, name, "json.text");
        if (text is not { Value: "" } || !isNeverEmpty)
            return text;
        reader.Diagnostics.Add(RulesetFaults.Missing(text.Place, name.Text, reader.What));
        return null;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Text(role, isNeverEmpty);
}

/// <param name="pattern">What the whole text must match, in what .NET and JSON Schema both understand.</param>
/// <param name="otherwise">The fault of a text that does not.</param>
internal sealed class PatternType(TextRole role, string pattern, Func<JsonString, string, Diagnostic> otherwise)
    : PropertyType<JsonString>
{
    private readonly Regex _regex = new(pattern, RegexOptions.CultureInvariant);

    public override bool Fits(JsonValue value) => value is JsonString;

    public override JsonString? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonString>(value, name, "json.text") is not { } text)
            return null;
        if (Matches(text.Value))
            return text;
        reader.Diagnostics.Add(otherwise(text, name.Text));
        return null;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Pattern(role, pattern);

    /// <summary>A line break behind the last character is no part of a match.</summary>
    private bool Matches(string text) => _regex.Match(text) is { Success: true } match && match.Length == text.Length;
}

/// <summary>A text, or a map of texts by language.</summary>
internal sealed class LocalizedType : PropertyType<LocalizedText>
{
    public override bool Fits(JsonValue value) => value is JsonString or JsonObject;

    public override LocalizedText? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        switch (value)
        {
            case JsonString text:
                return LocalizedText.Of(text.Value);
            case JsonObject { Members.Count: > 0 } map:
                var texts = map.Members.Select(
                    member => (member.Name.Value, Text: reader.As<JsonString>(member.Value, member.Name.Value, "json.text"))).ToList();
                return texts.Any(text => text.Text is null)
                    ? null
                    : new LocalizedText(texts.Select(text => new KeyValuePair<string, string>(text.Value, text.Text!.Value)).ToList());
            default:
                reader.ReportType(value, name, "json.localized");
                return null;
        }
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Localized();
}

/// <summary>A day, as its number.</summary>
internal sealed class DateType : PropertyType<int?>
{
    public override bool Fits(JsonValue value) => value is JsonString;

    public override int? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonString>(value, name, "json.text") is not { } text)
            return null;
        if (DayNumber.TryParse(text.Value, out var day))
            return day;
        reader.Diagnostics.Add(RulesetFaults.BadDate(text.Place, name.Text, text.Value));
        return null;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Date();
}

/// <param name="isNeverEmpty">Whether an empty text is as good as none.</param>
internal sealed class PeriodType(bool isNeverEmpty = false) : PropertyType<Period?>
{
    public override bool Fits(JsonValue value) => value is JsonString;

    public override Period? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonString>(value, name, "json.text") is not { } text)
            return null;
        if (Period.TryParse(text.Value, out var period))
            return period;
        reader.Diagnostics.Add(text.Value.Length == 0 && isNeverEmpty
            ? RulesetFaults.Missing(text.Place, name.Text, reader.What)
            : RulesetFaults.BadPeriod(text.Place, name.Text, text.Value));
        return null;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Period();
}
