// Takes a shape, gives its schema: of a whole object, or of a patch of one.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets.Schemas;

internal static class ShapeSchema
{
    private static readonly SchemaObject Null = new() { { "type", "null" } };

    /// <param name="of">The schema of a type.</param>
    public static SchemaObject Of(Shape shape, Func<PropertyType, SchemaObject> of)
    {
        var properties = new SchemaObject();
        foreach (var property in shape.Properties.GroupBy(property => property.Name))
        {
            // of several, rules say which of them holds where
            var type = property.Count() == 1 ? of(property.First().Type) : [];
            properties.Add(property.Key, Described(property.First(), type));
        }

        var rules = RuleSchema.Of(shape, of).ToList();
        return new SchemaObject
        {
            { "type", "object" },
            { "properties", properties },
            { "required", Names(shape.Properties.Where(property => property.IsRequired)) },
            { "additionalProperties", shape.Others is { } others ? of(others) : false },
            { "minProperties", shape.Least is null ? null : 1 },
            { "allOf", rules.Count > 0 ? rules : null },
        };
    }

    /// <summary>Of a patch, in which nothing is required, and what goes together is for the merged object to say.</summary>
    /// <param name="of">The schema of a property, or null in its place.</param>
    public static SchemaObject OfPatch(Shape shape, Func<Property, SchemaObject> of) => OfPatchOfAny([shape], of);

    /// <summary>Of a patch of an object that is of one of the shapes.</summary>
    public static SchemaObject OfPatchOfAny(IReadOnlyList<Shape> shapes, Func<Property, SchemaObject> of)
    {
        var properties = new SchemaObject();
        foreach (var property in shapes.SelectMany(shape => shape.Properties).Distinct().GroupBy(property => property.Name))
            properties.Add(
                property.Key,
                property.Count() == 1
                    ? Described(property.First(), of(property.First()))
                    : new SchemaObject { { "anyOf", property.Select(of).ToList() } });
        return new SchemaObject
        {
            { "type", "object" },
            { "properties", properties },
            // who removes what is not there removes nothing
            { "additionalProperties", shapes.Any(shape => shape.Others is not null) ? new SchemaObject() : Null },
        };
    }

    private static SchemaObject Described(Property property, SchemaObject type)
    {
        var schema = new SchemaObject();
        foreach (var keyword in type)
            schema.Add(keyword.Key, keyword.Value);
        schema.Add("description", SchemaText.Of(property)).Add("default", property.Default);
        if (property.Examples.Count > 0)
            schema.Add("examples", property.Examples.Select(example => new RawJson(example)).ToList());
        return schema;
    }

    private static IReadOnlyList<string>? Names(IEnumerable<Property> properties) =>
        properties.Select(property => property.Name).Distinct().ToList() is { Count: > 0 } names ? names : null;
}
