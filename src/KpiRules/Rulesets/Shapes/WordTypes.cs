// Words that a ruleset has to choose among: those of an enum, or a few by themselves.
using System;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <summary>One of an enum's values, written in camelCase.</summary>
internal sealed class EnumType<TEnum> : PropertyType<TEnum?>
    where TEnum : struct, Enum
{
    public override bool Fits(JsonValue value) => value is JsonString;

    public override TEnum? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonString>(value, name, "json.text") is not { } text)
            return null;
        if (EnumText<TEnum>.TryParse(text.Value, out var chosen))
            return chosen;
        reader.Diagnostics.Add(ObjectReader.NotOneOf(text, name.Text, EnumText<TEnum>.All));
        return null;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) =>
        visitor.Words(EnumText<TEnum>.All, WordMatch.AnyText);
}

/// <summary>Which texts are meant to be one of the words, where something else may stand too.</summary>
internal enum WordMatch
{
    /// <summary>Every text: one that is none of the words is reported.</summary>
    AnyText,

    /// <summary>The words in whatever case they are typed; one in the wrong case is reported.</summary>
    AnyCase,

    /// <summary>The words themselves.</summary>
    Exact,
}

internal sealed class WordsType(WordMatch match, params string[] words) : PropertyType<JsonString>
{
    public override bool Fits(JsonValue value) => value is JsonString text && match switch
    {
        WordMatch.AnyText => true,
        WordMatch.AnyCase => words.Contains(text.Value, StringComparer.OrdinalIgnoreCase),
        WordMatch.Exact => words.Contains(text.Value),
    };

    /// <summary>One that is no such word is reported, and given all the same.</summary>
    public override JsonString? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        var text = reader.As<JsonString>(value, name, "json.text");
        if (text is not null && !words.Contains(text.Value))
            reader.Diagnostics.Add(ObjectReader.NotOneOf(text, name.Text, words));
        return text;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Words(words, match);
}
