// What a ruleset may write about its scorecard.
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Scorecard;

internal static class ScorecardShape
{
    public static readonly Property<ReadMap<NumberDefinition>> Perspectives = new(
        "perspectives", new MapType<NumberDefinition>(KeyRole.Perspective, NumberLike.NotNegative),
        "维度及其权重；KPI 先在各维度内加权，再在维度之间加权",
        "weights of perspectives: KPIs are weighed within each first, then the perspectives")
    {
        Examples = ["{ \"financial\": 50, \"customer\": 30, \"process\": 20 }"],
    };

    public static readonly DefaultedProperty<MissingScore> Missing = Property.Word(
        "missing", MissingScore.NotAvailable,
        "某个 KPI 没有得分时：notAvailable 总分不可用，exclude 去掉它的权重，zero 按 0 分",
        "what a KPI without a score does: `notAvailable` leaves the card without one, `exclude` takes its weight out, `zero` counts 0");

    public static readonly Property<ReadList<ObjectReader>> Grades = new(
        "grades", new ListType<ObjectReader>(new ObjectType(GradeShape.Shape)),
        "等级：达到哪个分数得哪个等级",
        "the grades, and the score each begins at");

    public static readonly Shape Shape = new("scorecard", new Term("what.scorecard"), Perspectives, Missing, Grades);
}

internal static class GradeShape
{
    public static readonly Property<JsonString> Grade = new("grade", new TextType(), "等级的名称", "what the grade is called")
    {
        IsRequired = true,
        TellsApart = true,
        Examples = ["\"优秀\""],
    };

    public static readonly Property<NumberDefinition> From = new(
        "from", NumberLike.Any, "从多少分起（含）得此等级", "the score from which on it is given")
    {
        IsRequired = true,
        Examples = ["90"],
    };

    public static readonly Shape Shape = new("grade", new Term("what.grade"), Grade, From);
}
