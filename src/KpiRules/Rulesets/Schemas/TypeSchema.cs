// Takes the type of a property, gives its schema.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets.Schemas;

/// <param name="isPatch">Whether it is of a document that changes another: null removes there.</param>
internal sealed class TypeSchema(SchemaWriter writer, bool isPatch) : IPropertyTypeVisitor<SchemaObject>
{
    private static readonly SchemaObject Null = new() { { "type", "null" } };

    public SchemaObject Text(TextRole role, bool isNeverEmpty) => role switch
    {
        TextRole.Formula => Formula("formula", "公式", "a formula"),
        TextRole.Condition => Formula("condition", "条件：结果为真或假的公式", "a condition: a formula that is true or false"),
        TextRole.Name => OfPattern("name", IdRegister.PatternOfNames),
        TextRole.Plain or TextRole.Unit or TextRole.Currency or TextRole.Language or TextRole.Address or TextRole.Ruleset or TextRole.Kpi
            or TextRole.Attribute or TextRole.Records or TextRole.Plan or TextRole.Perspective or TextRole.Parameter =>
            new SchemaObject { { "type", "string" }, { "minLength", isNeverEmpty ? 1 : null } },
    };

    public SchemaObject Pattern(TextRole role, string pattern) => new() { { "type", "string" }, { "pattern", pattern } };

    public SchemaObject Localized() => writer.Defined(NameOf("localized"), () => new SchemaObject
    {
        {
            "anyOf", new[]
            {
                new SchemaObject { { "type", "string" } },
                new SchemaObject
                {
                    { "type", "object" }, { "additionalProperties", OrNull(new SchemaObject { { "type", "string" } }) },
                    { "minProperties", isPatch ? null : 1 },
                },
            }
        },
        { "examples", new[] { new RawJson("{ \"zh\": \"回款率\", \"en\": \"Collection rate\" }") } },
    });

    public SchemaObject Date() => OfPattern("date", DayNumber.Pattern);

    public SchemaObject Period() => OfPattern("period", Facts.Period.Pattern);

    public SchemaObject Number(NumberBound bound) => bound switch
    {
        NumberBound.None => new SchemaObject { { "type", "number" } },
        NumberBound.NotNegative => new SchemaObject { { "type", "number" }, { "minimum", 0 } },
        NumberBound.Positive => new SchemaObject { { "type", "number" }, { "exclusiveMinimum", 0 } },
    };

    public SchemaObject Whole(int from, int to) => new() { { "type", "integer" }, { "minimum", from }, { "maximum", to } };

    public SchemaObject Boolean(bool? only) =>
        only is { } one ? new SchemaObject { { "const", one } } : new SchemaObject { { "type", "boolean" } };

    public SchemaObject Words(IReadOnlyCollection<string> words, WordMatch match) =>
        new SchemaObject { NotInChoice = match == WordMatch.AnyCase ? InTheWrongCase(words) : null }.Add("enum", words);

    public SchemaObject Single() => new() { { "type", new[] { "string", "number", "boolean", "null" } } };

    public SchemaObject Anything() => [];

    public SchemaObject List(PropertyType item, int least, int? most) => new()
    {
        { "type", "array" }, { "items", item.Accept(new TypeSchema(writer, isPatch: false)) },
        { "minItems", least > 0 ? least : null }, { "maxItems", most },
    };

    public SchemaObject Map(KeyRole key, PropertyType value, bool isNeverEmpty)
    {
        var (pattern, each) = (PatternOf(key), OrNull(value.Accept(this)));
        var names = pattern is null ? null : new SchemaObject { { "pattern", pattern } };
        return isPatch && pattern is not null
            // who removes what has no good name removes nothing
            ? new SchemaObject
            {
                { "type", "object" }, { "patternProperties", new SchemaObject { { pattern, each } } }, { "additionalProperties", Null },
            }
            : new SchemaObject
            {
                { "type", "object" }, { "propertyNames", names }, { "additionalProperties", each },
                { "minProperties", isNeverEmpty && !isPatch ? 1 : null },
            };
    }

    public SchemaObject Object(Shape shape) => writer.Defined(NameOf(shape.Name), () => isPatch
        ? ShapeSchema.OfPatch(shape, property => property.IsOfDocument ? property.Type.Accept(this) : OrNull(property.Type.Accept(this)))
        : ShapeSchema.Of(shape, type => type.Accept(this)));

    public SchemaObject Choice(string? name, IReadOnlyList<PropertyType> alternatives)
    {
        return name is null ? Make() : writer.Defined(NameOf(name), Make);

        SchemaObject Make()
        {
            var schemas = alternatives.Select(alternative => alternative.Accept(this)).ToList();
            var not = schemas.Select(schema => schema.NotInChoice).FirstOrDefault(schema => schema is not null);
            return new SchemaObject { { "anyOf", schemas }, { "not", not } };
        }
    }

    /// <summary>The form that is meant is told by its property, so that a fault is one of that form.</summary>
    public SchemaObject Variants(string name, IReadOnlyList<Shape> shapes) => writer.Defined(NameOf(name), () => isPatch
        ? ShapeSchema.OfPatchOfAny(shapes, property => OrNull(property.Type.Accept(this)))
        : new SchemaObject
        {
            { "type", "object" },
            {
                "allOf", shapes.Select(shape => new SchemaObject
                {
                    { "if", new SchemaObject { { "required", new[] { shape.Form!.Name } } } }, { "then", Object(shape) },
                }).ToList()
            },
            { "anyOf", shapes.Select(shape => new SchemaObject { { "required", new[] { shape.Form!.Name } } }).ToList() },
        });

    private static string? PatternOf(KeyRole key) => key switch
    {
        KeyRole.Id => IdRegister.PatternOfIds,
        KeyRole.Name => IdRegister.PatternOfNames,
        KeyRole.Perspective => "^(?!grade$)[\\s\\S]",
        KeyRole.Subject => "^[\\s\\S]",
        KeyRole.Period => Facts.Period.Pattern,
        KeyRole.Text => null,
    };

    /// <summary>Where a formula may stand too, it would be one.</summary>
    private static SchemaObject InTheWrongCase(IReadOnlyCollection<string> words) => new()
    {
        { "type", "string" }, { "pattern", $"^(?:{string.Join("|", words.Select(IdRegister.InAnyCase))})$" },
        { "not", new SchemaObject { { "enum", words } } },
    };

    private string NameOf(string name) => isPatch ? name + "Patch" : name;

    private SchemaObject OrNull(SchemaObject schema) => isPatch ? new SchemaObject { { "anyOf", new[] { schema, Null } } } : schema;

    private SchemaObject OfPattern(string name, string pattern) =>
        writer.Defined(name, () => new SchemaObject { { "type", "string" }, { "pattern", pattern } });

    private SchemaObject Formula(string name, string zh, string en) => writer.Defined(name, () => new SchemaObject
    {
        { "type", "string" }, { "pattern", "\\S" }, { "description", SchemaText.Of(zh, en) },
    });
}
