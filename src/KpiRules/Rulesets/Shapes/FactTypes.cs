// Values of facts, and units: what is declared of them, and what tests give.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <summary>A value of one type of facts.</summary>
internal sealed class FactType(ValueKind kind) : PropertyType<FactValue?>
{
    public override bool Fits(JsonValue value) => FactJson.ValueOf(value, kind).Kind == kind;

    public override FactValue? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (Fits(value))
            return FactJson.ValueOf(value, kind);
        reader.ReportType(value, name, "kind." + kind);
        return null;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => kind switch
    {
        ValueKind.Number => visitor.Number(NumberBound.None),
        ValueKind.Boolean => visitor.Boolean(only: null),
        ValueKind.Text => visitor.Text(TextRole.Plain, isNeverEmpty: false),
        ValueKind.Date => visitor.Date(),
    };
}

/// <summary>A value of any type of facts, or null.</summary>
internal sealed class SingleType : PropertyType<JsonValue>
{
    public override bool Fits(JsonValue value) => value is not (JsonObject or JsonArray);

    public override JsonValue? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (Fits(value))
            return value;
        reader.ReportType(value, name, "json.single");
        return null;
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Single();
}

/// <summary>What is not looked at where it is read.</summary>
internal sealed class AnyType : PropertyType<JsonValue>
{
    public override bool Fits(JsonValue value) => true;

    public override JsonValue? Read(JsonValue value, ValueName name, ObjectReader reader) => value;

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Anything();
}

/// <summary>What numbers are measured in; one that is no product or quotient of words is reported, and stands for itself.</summary>
internal sealed class UnitType : PropertyType<Unit?>
{
    public override bool Fits(JsonValue value) => value is JsonString;

    public override Unit? Read(JsonValue value, ValueName name, ObjectReader reader)
    {
        if (reader.As<JsonString>(value, name, "json.text") is not { Value.Length: > 0 } written)
            return null;
        if (Unit.Parse(written.Value) is { } unit)
            return unit;
        reader.Diagnostics.Add(TypeFaults.NotAUnit(written.Place, written.Value, UnitFactors.Most));
        return Unit.Word(written.Value);
    }

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Text(TextRole.Unit, isNeverEmpty: false);
}
