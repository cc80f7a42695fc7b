// Takes a shape, gives schemas that say what goes together in its objects.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets.Schemas;

internal sealed class RuleSchema : IConditionVisitor<SchemaObject>
{
    private static readonly RuleSchema OfConditions = new();

    /// <param name="of">The schema of a type.</param>
    public static IEnumerable<SchemaObject> Of(Shape shape, Func<PropertyType, SchemaObject> of)
    {
        foreach (var property in shape.Properties.Where(property => property.Where is not null))
        {
            var isOnlyOne = shape.Properties.Count(other => other.Name == property.Name) == 1;
            yield return new SchemaObject
            {
                { "if", property.Where!.Accept(OfConditions) },
                { isOnlyOne ? "else" : "then", Property(property.Name, isOnlyOne ? false : of(property.Type)) },
            };
        }

        foreach (var rule in shape.Exclusions)
        {
            var others = new SchemaObject();
            foreach (var other in rule.Others)
                others.Add(other.Name, false);
            yield return new SchemaObject { { "if", Of(rule.Where, of) }, { "then", new SchemaObject { { "properties", others } } } };
        }

        foreach (var rule in shape.Requirements)
        {
            var required = rule.Unless.Count == 0
                ? Required(rule.Property.Name)
                : new SchemaObject { { "anyOf", rule.Unless.Prepend(rule.Property).Select(one => Required(one.Name)).ToList() } };
            yield return rule.Where is null ? required : new SchemaObject { { "if", Of(rule.Where, of) }, { "then", required } };
        }
    }

    public SchemaObject Word(string property, string word, bool byDefault) => new()
    {
        { "properties", new SchemaObject { { property, new SchemaObject { { "const", word } } } } },
        { "required", byDefault ? null : new[] { property } },
    };

    public SchemaObject Presence(IReadOnlyList<string> any, IReadOnlyList<string> none) => new()
    {
        { "anyOf", any.Count > 0 ? any.Select(Required).ToList() : null },
        { "not", none.Count > 0 ? new SchemaObject { { "anyOf", none.Select(Required).ToList() } } : null },
    };

    private static SchemaObject Of(Written written, Func<PropertyType, SchemaObject> of) => new()
    {
        { "required", new[] { written.Property.Name } },
        { "properties", written.Type is null ? null : new SchemaObject { { written.Property.Name, of(written.Type) } } },
    };

    private static SchemaObject Required(string name) => new() { { "required", new[] { name } } };

    private static SchemaObject Property(string name, object schema) => new() { { "properties", new SchemaObject { { name, schema } } } };
}
