// What may be written in each criterion by which targets are checked.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Smart;

internal static class CriterionShapes
{
    /// <summary>The properties of a KPI that can be asked for.</summary>
    public static readonly string[] Requirable =
        ["title", "description", "owner", "objective", "perspective", "unit", "formula", "target", "weight", "score", "status"];

    public static readonly Property<ReadList<JsonString>> Require = Required(isRequired: true);

    public static readonly Shape Specific = new("specific", new Term("what.criterion", "specific"), Require);
    public static readonly Shape Measurable = new("measurable", new Term("what.criterion", "measurable"), Require);

    public static Property<ReadList<JsonString>> Required(bool isRequired) => new(
        "require", new ListType<JsonString>(new WordsType(WordMatch.AnyText, Requirable)),
        "KPI 必须写明的属性",
        "properties that a KPI must have")
    {
        IsRequired = isRequired,
        IsInAnyOrder = true,
        Examples = ["[ \"title\", \"owner\" ]"],
    };
}

internal static class AchievableShape
{
    public static readonly Property<NumberDefinition> Baseline = new(
        "baseline", NumberLike.Any,
        "基准；value 是 KPI 自己的公式，按上一期计算",
        "what the target is held against, as of the period before; `value` is the KPI's own formula")
    {
        IsRequired = true,
        Examples = ["\"averageOf(value, 12)\""],
    };

    public static readonly Property<NumberDefinition> From = new(
        "from", NumberLike.Any, "目标至少是基准的几倍", "the least that target / baseline may be");

    public static readonly Property<NumberDefinition> To = new(
        "to", NumberLike.Any, "目标至多是基准的几倍", "the most that target / baseline may be");

    public static readonly Property<JsonString> When = new(
        "when", new TextType(TextRole.Condition),
        "条件，可用 target 和 baseline；与 from、to 不能同时写",
        "a condition on `target` and `baseline`, in place of `from` and `to`");

    public static readonly Shape Shape = new("achievable", new Term("what.criterion", "achievable"), Baseline, From, To, When)
    {
        Requirements = [new(To, null, When, From)],
        Exclusions = [new(When, From, To)],
    };
}

internal static class RelevantShape
{
    public static readonly Property<ReadList<JsonString>> Require = CriterionShapes.Required(isRequired: false);

    public static readonly Property<ObjectReader> Weight = new(
        "weight", new ObjectType(SmartWeightShape.Shape), "权重的范围", "what a KPI must weigh")
    {
        Examples = ["{ \"from\": 5, \"to\": 40 }"],
    };

    public static readonly Shape Shape = new("relevant", new Term("what.criterion", "relevant"), Require, Weight)
    {
        Requirements = [new(Require, null, Weight)],
    };
}

internal static class SmartWeightShape
{
    public static readonly Property<JsonNumber> From = new("from", new NumberType(), "权重的下限", "the least weight");
    public static readonly Property<JsonNumber> To = new("to", new NumberType(), "权重的上限", "the greatest weight");

    public static readonly Shape Shape = new("smartWeight", new Term("what.smartWeight"), From, To)
    {
        Requirements = [new(To, null, From)],
    };
}

internal static class TimeBoundShape
{
    public static readonly Property<JsonString> Within = new(
        "within", new WordsType(WordMatch.AnyText, "effective"),
        "effective：期间须在规则集的有效期内",
        "`effective`: the period lies within the days on which the ruleset holds");

    public static readonly Property<PeriodKind?> Longest = new(
        "longest", new EnumType<PeriodKind>(), "期间最长多长", "how long a period may be");

    public static readonly Shape Shape = new("timeBound", new Term("what.criterion", "timeBound"), Within, Longest)
    {
        Requirements = [new(Within, null, Longest)],
    };
}
