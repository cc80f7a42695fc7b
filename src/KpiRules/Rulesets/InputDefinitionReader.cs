// Reads what a ruleset says of its inputs: parameters, measures and attributes.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets;

internal sealed class InputDefinitionReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public ParameterDefinition? ReadParameter(MapEntry<ParameterValue> entry)
    {
        ids.Register(entry.Name);
        var written = entry.Read();
        if (written?.Constant is { } constant)
            return new ParameterDefinition(entry.Name, constant, Unit.Unknown);
        if (written?.Reader is not { } reader)
            return null;
        var value = reader.Read(ParameterShape.Value);
        Naming.ReadTitle(reader);
        var unit = reader.Read(ParameterShape.Unit);
        var (min, max) = FactProperties.ReadBounds(reader, ParameterShape.Min, ParameterShape.Max);
        if (value is not null && (value.Value < min || value.Value > max))
            diagnostics.Add(RulesetFaults.OutOfBounds(value.Place, value.Value, min, max));
        reader.Finish();
        return value is null ? null : new ParameterDefinition(entry.Name, value, unit);
    }

    public FactEntry? ReadMeasure(MapEntry<ObjectReader> entry)
    {
        ids.Register(entry.Name);
        if (entry.Read() is not { } reader)
            return null;
        var title = Naming.ReadTitle(reader);
        var unit = reader.Read(MeasureShape.Unit);
        var combine = reader.Read(MeasureShape.Combine) ?? (unit.IsFractionOrScore ? null : Combine.Sum);
        var (min, max) = FactProperties.ReadBounds(reader, MeasureShape.Min, MeasureShape.Max);
        var fact = new FactDefinition(entry.Name.Value, FactRole.Measure, ValueKind.Number, unit)
        {
            Title = title,
            Combine = combine,
            Default = reader.Read(MeasureShape.Default) ?? default,
            Min = min,
            Max = max,
        };
        reader.Finish();
        return new FactEntry(entry.Name, fact);
    }

    /// <summary>Null after a fault that leaves nothing to use: of an unknown type, every use would be a further fault.</summary>
    public FactEntry? ReadAttribute(MapEntry<ObjectReader> entry)
    {
        ids.Register(entry.Name);
        if (entry.Read() is not { } reader)
            return null;
        var title = Naming.ReadTitle(reader);
        var known = reader.Read(AttributeShape.Type);
        var kind = known ?? ValueKind.Text;
        var values = FactProperties.ReadValues(reader, AttributeShape.Values);
        var fact = new FactDefinition(entry.Name.Value, FactRole.Attribute, kind, reader.Read(AttributeShape.Unit))
        {
            Title = title,
            Values = values,
            Default = FactProperties.ReadDefault(reader, AttributeShape.Defaults[kind], values, isKnown: known is not null),
            IsAsOfRecord = reader.Read(AttributeShape.AsOf) is not null,
        };
        reader.Finish();
        return known is not null ? new FactEntry(entry.Name, fact) : null;
    }
}
