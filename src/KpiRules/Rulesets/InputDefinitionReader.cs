// Reads what a ruleset says of its inputs: parameters, measures and attributes.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class InputDefinitionReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public ParameterDefinition? ReadParameter(JsonMember member)
    {
        ids.Register(member.Name);
        if (member.Value is JsonNumber constant)
            return new ParameterDefinition(member.Name, constant.Value, Unit.Unknown);
        if (ObjectReader.Of(member, new Term("what.parameter"), diagnostics, "json.parameter") is not { } reader)
            return null;
        reader.Required("value");
        var value = reader.Number("value");
        ReadTitle(reader);
        var unit = reader.Unit();
        var (min, max) = FactLimitsReader.ReadBounds(reader);
        if (value is not null && (value.Value < min || value.Value > max))
            diagnostics.Add(RulesetFaults.OutOfBounds(value.Place, value.Value, min, max));
        reader.Finish();
        return value is null ? null : new ParameterDefinition(member.Name, value.Value, unit);
    }

    public FactEntry? ReadMeasure(JsonMember member)
    {
        if (Open(member, "what.measure") is not { } reader)
            return null;
        ReadTitle(reader);
        var unit = reader.Unit();
        var combine = reader.OneOf<Combine>("combine") ?? (unit.IsFractionOrScore ? null : Combine.Sum);
        var (min, max) = FactLimitsReader.ReadBounds(reader);
        var fact = new FactDefinition(member.Name.Value, FactRole.Measure, ValueKind.Number, unit)
        {
            Combine = combine,
            Default = reader.Number("default")?.Value,
            Min = min,
            Max = max,
        };
        reader.Finish();
        return new FactEntry(member.Name, fact);
    }

    /// <summary>Null after a fault that leaves nothing to use: of an unknown type, every use would be a further fault.</summary>
    public FactEntry? ReadAttribute(JsonMember member)
    {
        if (Open(member, "what.attribute") is not { } reader)
            return null;
        ReadTitle(reader);
        reader.Required("type");
        var known = reader.OneOf<ValueKind>("type");
        var kind = known ?? ValueKind.Text;
        var values = kind == ValueKind.Text ? FactLimitsReader.ReadValues(reader) : null;
        FactLimitsReader.Refuse(reader, known, ValueKind.Text, "values");
        FactLimitsReader.Refuse(reader, known, ValueKind.Number, "unit");
        var fact = new FactDefinition(member.Name.Value, FactRole.Attribute, kind, kind == ValueKind.Number ? reader.Unit() : Unit.Unknown)
        {
            Values = values,
            Default = FactLimitsReader.ReadDefault(reader, known, values),
            IsAsOfRecord = reader.OneOf<AttributeAsOf>("asOf") is not null,
        };
        reader.Finish();
        return known is not null ? new FactEntry(member.Name, fact) : null;
    }

    private ObjectReader? Open(JsonMember member, string what)
    {
        ids.Register(member.Name);
        return ObjectReader.Of(member, new Term(what), diagnostics);
    }

    private static void ReadTitle(ObjectReader reader)
    {
        reader.Localized("title");
        reader.Localized("description");
    }
}
