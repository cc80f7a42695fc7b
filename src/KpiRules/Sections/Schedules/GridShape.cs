// How a schedule along two values is written.
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal static class GridShape
{
    public static readonly Property<ObjectReader> Rows = new(
        "rows", new ObjectType(AxisShape.Shape), "行：看哪个值，以及各行的界限", "what the lines of `values` are for")
    {
        IsRequired = true,
        Examples = ["{ \"on\": \"sales_amount.attainment\", \"from\": [ 0, 0.9, 1 ] }"],
    };

    public static readonly Property<ObjectReader> Columns = new(
        "columns", new ObjectType(AxisShape.Shape), "列：看哪个值，以及各列的界限", "what the columns of `values` are for")
    {
        IsRequired = true,
        Examples = ["{ \"on\": \"collection_rate\", \"from\": [ 0, 0.8 ] }"],
    };

    public static readonly Property<ReadList<ReadList<NumberDefinition>>> Values = new(
        "values", ScheduleProperties.NonEmpty("values", new ListType<NumberDefinition>(NumberLike.Any)),
        "二维表：每行每列的值；低于任一首界为 0",
        "a grid: what holds in each row and column; below either first bound, 0")
    {
        IsRequired = true,
        Examples = ["[ [ 0, 0 ], [ 0.5, 0.8 ], [ 0.8, 1 ] ]"],
    };

    public static readonly WrittenForm Written =
        new(new Shape("grid", ScheduleProperties.What, Rows, Columns, Values) { Form = Values }, GridDefinition.Read);
}

/// <summary>The rows or the columns of a grid.</summary>
internal static class AxisShape
{
    public static readonly Property<JsonString> On = new(
        "on", new TextType(TextRole.Formula), "看哪个值：公式", "the value it looks at, a formula")
    {
        IsRequired = true,
    };

    public static readonly Property<ReadList<NumberDefinition>> From = new(
        "from", ScheduleProperties.NonEmpty("from", NumberLike.Any),
        "各档的起点（含）",
        "where each of them begins, inclusive")
    {
        IsRequired = true,
    };

    public static readonly Shape Shape = new("axis", new Term("what.axis"), On, From);
}
