// Numbers, whole numbers, and what is true or false.
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

internal enum NumberBound
{
    None,
    NotNegative,
    Positive,
}

internal sealed class NumberType(NumberBound bound = NumberBound.None) : PropertyType<JsonNumber>
{
    public override bool Fits(JsonValue value) => value is JsonNumber;

    /// <summary>One out of bounds is reported, and given all the same: what is computed from it may have faults of its own.</summary>
    public override JsonNumber? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        var number = reader.As<JsonNumber>(value, name, "json.number");
        if (number is { Value: < 0 } && bound == NumberBound.NotNegative)
            reader.Diagnostics.Add(RulesetFaults.Negative(number.Place, name.Text, number.Value));
        if (number is { Value: <= 0 } && bound == NumberBound.Positive)
            reader.Diagnostics.Add(RulesetFaults.NotPositive(number.Place, name.Text, number.Value));
        return number;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Number(bound);
}

internal sealed class WholeType(int from, int to) : PropertyType<int?>
{
    public override bool Fits(JsonValue value) => value is JsonNumber;

    public override int? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonNumber>(value, name, "json.number") is not { } number)
            return null;
        if (number.Value >= from && number.Value <= to && decimal.Truncate(number.Value) == number.Value)
            return (int)number.Value;
        reader.Diagnostics.Add(RulesetFaults.NotWholeWithin(number.Place, name.Text, number.Value, from, to));
        return null;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Whole(from, to);
}

/// <param name="only">The one value that is allowed; null for both.</param>
internal sealed class BooleanType(bool? only = null) : PropertyType<JsonBoolean>
{
    public override bool Fits(JsonValue value) => value is JsonBoolean boolean && (only is null || boolean.Value == only);

    public override JsonBoolean? Read(JsonValue value, ValueName name, ObjectReader reader) =>
        reader.As<JsonBoolean>(value, name, "json.boolean");

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Boolean(only);
}
