// What a ruleset may say of the values of a fact: its unit, bounds, the texts it may have, and what stands in for none.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class FactProperties
{
    private static readonly ValueKind[] Kinds = [ValueKind.Number, ValueKind.Boolean, ValueKind.Text, ValueKind.Date];

    /// <summary>That the property <c>type</c> says this type.</summary>
    /// <param name="otherwise">The type where none is written.</param>
    public static WordCondition Typed(ValueKind kind, ValueKind otherwise) => new(
        "type", EnumText<ValueKind>.Of(kind), EnumText<ValueKind>.Of(otherwise), EnumText<ValueKind>.All);

    /// <summary>As <see cref="Typed"/>; what has no place at another type is told for which it is.</summary>
    /// <param name="unwritten">The type of what says none; null where it must say one, and nothing more is said.</param>
    public static WordCondition OnlyTyped(ValueKind kind, ValueKind otherwise, ValueKind? unwritten) => new(
        "type", EnumText<ValueKind>.Of(kind), EnumText<ValueKind>.Of(otherwise), EnumText<ValueKind>.All,
        (place, property, word) => (word is null ? unwritten : EnumText<ValueKind>.Parse(word)) is { } found
            ? RulesetFaults.OfAnotherType(
                place, property, new Term("kind." + kind), new Term("kind." + found), EnumText<ValueKind>.Of(kind))
            : null);

    public static DefaultedProperty<Unit> Unit(WordCondition? where = null) => new(
        "unit", new UnitType(), Facts.Unit.Unknown,
        "计量单位：money（金额）、count（数量）、percent（小数，0.8 即 80 %）、ratio（比率）、days（天）、hours（小时）、score（分）或别的词，可用 / 和 * 连接",
        "what numbers are measured in: `money`, `count`, `percent` (a fraction: 0.8 is 80 %), `ratio`, `days`, `hours`, `score` or "
            + "another word; words may be joined by `/` and `*`")
    {
        Where = where,
        Examples = ["\"money\"", "\"percent\"", "\"money/count\""],
    };

    public static Property<JsonNumber> Min(WordCondition? where = null) => new(
        "min", new NumberType(),
        "合理的最小值；给出的值更小时会提示，但仍使用",
        "the least plausible value; a smaller one is reported, and still used")
    {
        Where = where,
    };

    public static Property<JsonNumber> Max(WordCondition? where = null) => new(
        "max", new NumberType(),
        "合理的最大值；给出的值更大时会提示，但仍使用",
        "the greatest plausible value; a greater one is reported, and still used")
    {
        Where = where,
    };

    public static Property<ReadList<JsonString>> Values(WordCondition where) => new(
        "values", new ListType<JsonString>(new TextType(), least: 1, count: array => RulesetFaults.NoValues(array.Place)),
        "允许的文字；别的文字会提示，并视为不可用",
        "the texts it may have; another one is reported, and is not available")
    {
        Where = where,
        IsInAnyOrder = true,
        Examples = ["[ \"junior\", \"senior\" ]"],
    };

    public static Property<FactValue?> Default(ValueKind kind, WordCondition? where = null) => new(
        "default", new FactType(kind),
        "没有给出时用的值",
        "the value where none is given")
    {
        Where = where,
    };

    /// <summary>A default for each type that the property <c>type</c> may say.</summary>
    public static IReadOnlyDictionary<ValueKind, Property<FactValue?>> Defaults(ValueKind otherwise) =>
        Kinds.ToDictionary(kind => kind, kind => Default(kind, Typed(kind, otherwise)));

    public static (decimal? Min, decimal? Max) ReadBounds(
        ObjectReader reader, Property<JsonNumber> minProperty, Property<JsonNumber> maxProperty)
    {
        var (min, max) = (reader.Read(minProperty), reader.Read(maxProperty));
        if (max?.Value < min?.Value)
            reader.Diagnostics.Add(RulesetFaults.Reversed(max!.Place, minProperty.Name, maxProperty.Name));
        return (min?.Value, max?.Value);
    }

    /// <summary>The texts it may have; null for any.</summary>
    public static IReadOnlyList<string>? ReadValues(ObjectReader reader, Property<ReadList<JsonString>> property)
    {
        if (reader.Read(property) is not { HasGoodLength: true } list)
            return null;
        var values = new List<string>();
        foreach (var value in list.Items.OfType<JsonString>())
        {
            if (values.Contains(value.Value))
                reader.Diagnostics.Add(RulesetFaults.ValueTwice(value.Place, value.Value));
            else
                values.Add(value.Value);
        }

        return values.AsReadOnly();
    }

    /// <param name="values">The texts it may have, of which it must be one; null for any.</param>
    /// <param name="isKnown">False where the type could not be read: then nothing is said of the value's.</param>
    public static FactValue ReadDefault(
        ObjectReader reader, Property<FactValue?> property, IReadOnlyList<string>? values, bool isKnown)
    {
        if (!isKnown)
        {
            reader.Ignore(property);
            return default;
        }

        if (reader.Read(property) is not { } value)
            return default;
        if (value.Text is { } text && values is { Count: > 0 } && !values.Contains(text))
            reader.Diagnostics.Add(RulesetFaults.DefaultNotAmongValues(reader.Written(property)!.Place, text, values));
        return value;
    }
}
