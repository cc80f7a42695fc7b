// An object of a shape.
using KpiRules.Source.Json;

namespace KpiRules.Rulesets.Shapes;

/// <param name="needed">What it should look like, as a message says it.</param>
internal sealed class ObjectType(Shape shape, string needed = "json.object") : PropertyType<ObjectReader>
{
    public override Shape Shape => shape;

    public override bool Fits(JsonValue value) => value is JsonObject;

    public override ObjectReader? Read(JsonValue value, ValueName name, ObjectReader reader) =>
        reader.As<JsonObject>(value, name, needed) is { } json ? new ObjectReader(json, shape, reader.Diagnostics) : null;

    public override void Check(JsonValue value, ValueName name, ObjectReader reader) => Read(value, name, reader)?.Check();

    public override TResult Accept<TResult>(IPropertyTypeVisitor<TResult> visitor) => visitor.Object(shape);
}
