// What several forms of schedules have in common.
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

internal static class ScheduleProperties
{
    public static readonly Term What = new("what.schedule");

    public static readonly Property<JsonString> On = new(
        "on", new TextType(TextRole.Formula),
        "看哪个值：公式；有的地方有默认值，如 score 默认看达成率",
        "the value it looks at, a formula; some places have one of their own, as a `score` has the attainment")
    {
        Examples = ["\"sales\"", "\"sales_amount.attainment\""],
    };

    public static readonly Property<NumberDefinition> Per = new(
        "per", NumberLike.Any,
        "各档界限都乘以它，例如按目标的倍数写档位",
        "multiplies every bound, so that rows can be written as multiples of a quota")
    {
        Default = 1,
        Examples = ["\"sales_amount.target\""],
    };

    /// <summary>A list that must not be empty.</summary>
    public static ListType<T> NonEmpty<T>(string name, PropertyType<T> item) =>
        new(item, least: 1, count: array => RulesetFaults.Missing(array.Place, name, What));
}
