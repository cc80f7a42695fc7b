// Takes the shape of a ruleset, gives the JSON Schema (draft 2020-12) of it.
using System.Collections.Generic;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets.Schemas;

/// <remarks>
/// A document that extends another is a patch: all may be missing in it that its base has, null removes, and only the merged document
/// is a ruleset. So each shape has two schemas, of which the second asks for less; the entries of lists are whole in both, for a
/// merge replaces lists.
/// </remarks>
internal sealed class SchemaWriter
{
    private const string Draft = "https://json-schema.org/draft/2020-12/schema";

    private readonly SortedDictionary<string, SchemaObject> _definitions = new(System.StringComparer.Ordinal);

    public static string Write(Shape ruleset, Property extends)
    {
        var writer = new SchemaWriter();
        var whole = new TypeSchema(writer, isPatch: false).Object(ruleset);
        var patch = new TypeSchema(writer, isPatch: true).Object(ruleset);
        var definitions = new SchemaObject();
        foreach (var definition in writer._definitions)
            definitions.Add(definition.Key, definition.Value);
        return new SchemaObject
            {
                { "$schema", Draft },
                { "$id", "urn:kpirules:ruleset" },
                { "title", "KpiRules 规则集 / KpiRules ruleset" },
                { "type", "object" },
                { "if", new SchemaObject { { "required", new[] { extends.Name } } } },
                { "then", patch },
                { "else", whole },
                { "$defs", definitions },
            }
            .Write();
    }

    /// <summary>A reference to what is defined once under the name; while it is being made, it may refer to itself.</summary>
    public SchemaObject Defined(string name, System.Func<SchemaObject> make)
    {
        if (!_definitions.ContainsKey(name))
        {
            _definitions.Add(name, []);
            _definitions[name] = make();
        }

        return new SchemaObject { { "$ref", "#/$defs/" + name } };
    }
}
