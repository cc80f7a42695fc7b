// What a ruleset may write about its inputs: parameters, measures and attributes.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class ParameterShape
{
    public static readonly Property<JsonNumber> Value = new("value", new NumberType(), "参数的值", "the number itself")
    {
        IsRequired = true,
        Examples = ["0.8"],
    };

    public static readonly DefaultedProperty<Unit> Unit = FactProperties.Unit();

    public static readonly Property<JsonNumber> Min = new(
        "min", new NumberType(), "value 不得小于它", "what `value` may not be below");

    public static readonly Property<JsonNumber> Max = new(
        "max", new NumberType(), "value 不得大于它", "what `value` may not be above");

    public static readonly Shape Shape = new(
        "parameter", new Term("what.parameter"), Value, Naming.Title, Naming.Description, Unit, Min, Max)
    {
        Short = Value,
    };

    /// <summary>A number alone, or with what there is to say of it.</summary>
    public static readonly ChoiceType<ParameterValue> Type = new(
        null, "json.parameter",
        new NumberType().As(number => new ParameterValue(number, null)),
        new ObjectType(Shape).As(reader => new ParameterValue(null, reader)));
}

/// <param name="Constant">The number alone; null where more is written.</param>
/// <param name="Reader">Of what is written; null where it is a number alone.</param>
internal sealed record ParameterValue(JsonNumber? Constant, ObjectReader? Reader);

internal static class MeasureShape
{
    public static readonly DefaultedProperty<Unit> Unit = FactProperties.Unit();

    public static readonly Property<Combine?> Combine = new(
        "combine", new EnumType<Combine>(),
        "多个期间或多个对象的值怎样合成一个；不写时为 sum，但 percent、ratio、score 没有默认",
        "how values of several periods or subjects become one; `sum` unless written, but for `percent`, `ratio` and `score` nothing");

    public static readonly Property<JsonNumber> Min = FactProperties.Min();
    public static readonly Property<JsonNumber> Max = FactProperties.Max();
    public static readonly Property<FactValue?> Default = FactProperties.Default(ValueKind.Number);

    public static readonly Shape Shape = new(
        "measure", new Term("what.measure"), Naming.Title, Naming.Description, Unit, Combine, Min, Max, Default);
}

internal static class AttributeShape
{
    private static readonly WordCondition IsText = FactProperties.OnlyTyped(ValueKind.Text, otherwise: ValueKind.Text, unwritten: null);

    public static readonly Property<ValueKind?> Type = new(
        "type", new EnumType<ValueKind>(), "值的类型：text 文字、number 数、boolean 是否、date 日期", "the type of its values")
    {
        IsRequired = true,
    };

    public static readonly Property<ReadList<JsonString>> Values = FactProperties.Values(IsText);

    public static readonly DefaultedProperty<Unit> Unit =
        FactProperties.Unit(FactProperties.OnlyTyped(ValueKind.Number, otherwise: ValueKind.Text, unwritten: null));

    public static readonly IReadOnlyDictionary<ValueKind, Property<FactValue?>> Defaults = FactProperties.Defaults(ValueKind.Text);

    public static readonly Property<AttributeAsOf?> AsOf = new(
        "asOf", new EnumType<AttributeAsOf>(),
        "record：看一条记录时，取记录当天的值；不写时取期末的值",
        "`record`: where a record is looked at, the value known on its own day; else the one at the period's end");

    public static readonly Shape Shape = new(
        "attribute", new Term("what.attribute"),
        [Type, Naming.Title, Naming.Description, Values, Unit, .. Defaults.Values, AsOf]);
}
