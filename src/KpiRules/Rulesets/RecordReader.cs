// Reads the lists of records a ruleset declares, and their fields.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class RecordReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public IReadOnlyList<RecordDefinition> Read(IReadOnlyList<JsonMember> members)
    {
        foreach (var member in members)
            ids.Register(member.Name);
        return members.Select(Read).OfType<RecordDefinition>().ToList();
    }

    private RecordDefinition? Read(JsonMember member)
    {
        if (ObjectReader.Of(member, new Term("what.records"), diagnostics) is not { } reader)
            return null;
        reader.Localized("title");
        reader.Localized("description");
        reader.Required("fields");
        var fields = (reader.Object("fields")?.Members ?? []).Select(ReadField).OfType<FactDefinition>().ToList();
        reader.Finish();
        return new RecordDefinition(member.Name.Value, fields.AsReadOnly());
    }

    /// <summary>
    /// A field is a number unless it says otherwise. Null after a fault: of an unknown type, every use would be a further one.
    /// </summary>
    private FactDefinition? ReadField(JsonMember member)
    {
        if (!ids.CheckField(member.Name))
            return null;
        if (ObjectReader.Of(member, new Term("what.field"), diagnostics) is not { } reader)
            return null;
        reader.Localized("title");
        reader.Localized("description");
        var known = reader.OneOf<ValueKind>("type");
        var kind = known ?? ValueKind.Number;
        var unit = kind == ValueKind.Number ? reader.Unit() : Unit.Unknown;
        var values = kind == ValueKind.Text ? FactLimitsReader.ReadValues(reader) : null;
        var (min, max) = kind == ValueKind.Number ? FactLimitsReader.ReadBounds(reader) : (null, null);
        var isUnknown = known is null && reader.Json["type"] is not null;
        FactLimitsReader.Refuse(reader, isUnknown ? null : kind, ValueKind.Text, "values");
        FactLimitsReader.Refuse(reader, isUnknown ? null : kind, ValueKind.Number, "unit", "min", "max");
        var otherwise = FactLimitsReader.ReadDefault(reader, isUnknown ? null : kind, values);
        reader.Finish();
        if (isUnknown)
            return null;
        return new FactDefinition(member.Name.Value, FactRole.Field, kind, unit)
        {
            Values = values,
            Min = min,
            Max = max,
            Default = otherwise,
        };
    }
}
