// What a ruleset may write about lists of records, and their fields.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class FieldShape
{
    private static readonly WordCondition IsNumber = OnlyTyped(ValueKind.Number);

    public static readonly Property<ValueKind?> Type = new(
        "type", new EnumType<ValueKind>(), "值的类型：number 数、text 文字、boolean 是否、date 日期", "the type of its values")
    {
        Default = EnumText<ValueKind>.Of(ValueKind.Number),
    };

    public static readonly DefaultedProperty<Unit> Unit = FactProperties.Unit(IsNumber);

    public static readonly Property<ReadList<JsonString>> Values =
        FactProperties.Values(OnlyTyped(ValueKind.Text));

    public static readonly Property<JsonNumber> Min = FactProperties.Min(IsNumber);
    public static readonly Property<JsonNumber> Max = FactProperties.Max(IsNumber);
    public static readonly IReadOnlyDictionary<ValueKind, Property<FactValue?>> Defaults = FactProperties.Defaults(ValueKind.Number);

    public static readonly Shape Shape = new(
        "field", new Term("what.field"), [Type, Naming.Title, Naming.Description, Unit, Values, Min, Max, .. Defaults.Values]);

    private static WordCondition OnlyTyped(ValueKind kind) =>
        FactProperties.OnlyTyped(kind, otherwise: ValueKind.Number, unwritten: ValueKind.Number);
}

internal static class RecordShape
{
    public static readonly Property<ReadMap<ObjectReader>> Fields = new(
        "fields", new MapType<ObjectReader>(KeyRole.Name, new ObjectType(FieldShape.Shape)),
        "每条记录的字段，名称不得与别的 id 相同",
        "what each record has; no field may have the name of an id")
    {
        IsRequired = true,
        Examples = ["{ \"amount\": { \"unit\": \"money\" }, \"product\": { \"type\": \"text\" } }"],
    };

    public static readonly Shape Shape = new("records", new Term("what.records"), Fields, Naming.Title, Naming.Description);
}
