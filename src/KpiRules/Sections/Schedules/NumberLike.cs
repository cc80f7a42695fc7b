// A number as it may be written: a number, a formula or a schedule.
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Sections.Schedules;

internal static class NumberLike
{
    public static readonly ChoiceType<NumberDefinition> Any = Of("number", NumberBound.None);

    /// <summary>A constant below 0 is refused; what a formula comes to is not known here.</summary>
    public static readonly ChoiceType<NumberDefinition> NotNegative = Of("numberNotNegative", NumberBound.NotNegative);

    private static ChoiceType<NumberDefinition> Of(string name, NumberBound bound) => new(
        name, "json.numberLike",
        new NumberType(bound).As(number => new NumberDefinition(number)),
        new TextType(TextRole.Formula).As(formula => new NumberDefinition(formula)),
        new ScheduleType().As(schedule => new NumberDefinition(schedule.Json, schedule)));
}
