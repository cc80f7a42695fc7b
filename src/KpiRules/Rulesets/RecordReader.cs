// Reads the lists of records a ruleset declares, and their fields.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets;

internal sealed class RecordReader(IdRegister ids)
{
    public IReadOnlyList<RecordDefinition> Read(IReadOnlyList<MapEntry<ObjectReader>> entries)
    {
        foreach (var entry in entries)
            ids.Register(entry.Name);
        return entries.Select(Read).OfType<RecordDefinition>().ToList();
    }

    private RecordDefinition? Read(MapEntry<ObjectReader> entry)
    {
        if (entry.Read() is not { } reader)
            return null;
        Naming.ReadTitle(reader);
        var fields = reader.ReadAll(RecordShape.Fields).Select(ReadField).OfType<FactDefinition>().ToList();
        reader.Finish();
        return new RecordDefinition(entry.Name.Value, fields.AsReadOnly());
    }

    /// <summary>
    /// A field is a number unless it says otherwise. Null after a fault: of an unknown type, every use would be a further one.
    /// </summary>
    private FactDefinition? ReadField(MapEntry<ObjectReader> entry)
    {
        if (!ids.CheckField(entry.Name) || entry.Read() is not { } reader)
            return null;
        var title = Naming.ReadTitle(reader);
        var known = reader.Read(FieldShape.Type);
        var kind = known ?? ValueKind.Number;
        var unit = reader.Read(FieldShape.Unit);
        var values = FactProperties.ReadValues(reader, FieldShape.Values);
        var (min, max) = FactProperties.ReadBounds(reader, FieldShape.Min, FieldShape.Max);
        var isUnknown = known is null && reader.Written(FieldShape.Type) is not null;
        var otherwise = FactProperties.ReadDefault(reader, FieldShape.Defaults[kind], values, isKnown: !isUnknown);
        reader.Finish();
        if (isUnknown)
            return null;
        return new FactDefinition(entry.Name.Value, FactRole.Field, kind, unit)
        {
            Title = title,
            Values = values,
            Min = min,
            Max = max,
            Default = otherwise,
        };
    }
}
