// What a ruleset may write about how targets are checked, for all KPIs or for one.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Sections.Smart;

internal static class SmartShape
{
    public static readonly Property<ObjectReader> Specific = new(
        "specific", new ObjectType(CriterionShapes.Specific),
        "具体：KPI 必须写明哪些属性",
        "specific: what a KPI must say")
    {
        Examples = ["{ \"require\": [ \"title\", \"owner\", \"unit\" ] }"],
    };

    public static readonly Property<ObjectReader> Measurable = new(
        "measurable", new ObjectType(CriterionShapes.Measurable),
        "可衡量：必须写明哪些属性，并且上一期的值可用",
        "measurable: what a KPI must say; and its value must have been available")
    {
        Examples = ["{ \"require\": [ \"target\", \"formula\" ] }"],
    };

    public static readonly Property<ObjectReader> Achievable = new(
        "achievable", new ObjectType(AchievableShape.Shape),
        "可实现：目标与基准的比值在范围内，或满足条件",
        "achievable: the target lies between two multiples of a baseline, or meets a condition")
    {
        Examples = ["{ \"baseline\": \"averageOf(value, 12)\", \"from\": 1.0, \"to\": 1.3 }"],
    };

    public static readonly Property<ObjectReader> Relevant = new(
        "relevant", new ObjectType(RelevantShape.Shape),
        "相关：必须写明哪些属性，权重在范围内",
        "relevant: what a KPI must say, and what it must weigh")
    {
        Examples = ["{ \"require\": [ \"objective\" ], \"weight\": { \"from\": 5, \"to\": 40 } }"],
    };

    public static readonly Property<ObjectReader> TimeBound = new(
        "timeBound", new ObjectType(TimeBoundShape.Shape),
        "有时限：在规则集有效期内，期间不太长",
        "time-bound: within the days on which the ruleset holds, over a period that is not too long")
    {
        Examples = ["{ \"within\": \"effective\", \"longest\": \"year\" }"],
    };

    public static readonly Shape Shape = new("smart", new Term("what.smart"), Specific, Measurable, Achievable, Relevant, TimeBound);

    private static readonly BooleanType Waived = new(only: false);

    /// <summary>A KPI's own criteria, or that it has none.</summary>
    public static readonly Property<WrittenSmart> OfKpi = new(
        "smart",
        new ChoiceType<WrittenSmart>(
            null, "json.smart",
            new ObjectType(Shape).As(own => new WrittenSmart(own.Json, own)),
            Waived.As(waived => new WrittenSmart(waived, null))),
        "自己的 SMART 标准；false 表示不检查，并须写 reason",
        "criteria of its own, each in place of the ruleset's; `false`, with a `reason`: its targets are not checked");

    public static readonly Property<LocalizedText> Reason = new(
        "reason", new LocalizedType(), "为什么不检查目标", "why its targets are not checked") { IsForReaders = true };

    public static readonly Requirement ReasonOfWaiver = new(Reason, new Written(OfKpi, Waived)) { What = new Term("what.waiver") };
}

/// <param name="Own">The KPI's criteria; null where its targets are not checked.</param>
internal sealed record WrittenSmart(Source.Json.JsonValue Json, ObjectReader? Own);
