// A value that may be written in several ways.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <summary>One way to write it.</summary>
internal sealed class Alternative<T>(PropertyType type, Func<JsonValue, ValueName, ObjectReader, T?> read)
{
    public PropertyType Type => type;

    public T? Read(JsonValue value, ValueName name, ObjectReader reader) => read(value, name, reader);
}

/// <param name="name">What it is called wherever it is needed; null where it is needed once.</param>
/// <param name="needed">What it may be, as a message says it.</param>
/// <param name="alternatives">The first that a value fits reads it.</param>
internal sealed class ChoiceType<T>(string? name, string needed, params Alternative<T>[] alternatives) : PropertyType<T>
{
    private readonly IReadOnlyList<PropertyType> _types = alternatives.Select(alternative => alternative.Type).ToList();

    public override bool Fits(JsonValue value) => _types.Any(type => type.Fits(value));

    public override T? Read(JsonValue value, ValueName property, ObjectReader reader)
    {
        if (alternatives.FirstOrDefault(alternative => alternative.Type.Fits(value)) is { } meant)
            return meant.Read(value, property, reader);
        reader.ReportType(value, property, needed);
        return default;
    }

    public override void Check(JsonValue value, ValueName property, ObjectReader reader)
    {
        if (_types.FirstOrDefault(type => type.Fits(value)) is { } meant)
            meant.Check(value, property, reader);
        else
            reader.ReportType(value, property, needed);
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Choice(name, _types);
}
