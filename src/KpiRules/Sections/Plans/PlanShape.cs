// What a ruleset may write about a plan.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Plans;

internal static class PlanShape
{
    public static readonly Property<JsonString> Kpi = new(
        "kpi", new TextType(TextRole.Kpi, isNeverEmpty: true), "分解哪个 KPI 的目标", "whose target is broken down")
    {
        IsRequired = true,
    };

    public static readonly Property<NumberDefinition> Total = new(
        "total", NumberLike.NotNegative, "要分解的总额；公式须对每个人算出相同的值", "what is broken down; a formula must come out alike for everybody")
    {
        IsRequired = true,
        Examples = ["12000000", "\"everyone(sales) * 1.1\""],
    };

    public static readonly Property<Period?> From = new("from", new PeriodType(), "计划的第一期", "the plan's first period")
    {
        IsRequired = true,
        Examples = ["\"2026-01\""],
    };

    public static readonly Property<Period?> To = new("to", new PeriodType(), "计划的最后一期", "the plan's last period")
    {
        IsRequired = true,
        Examples = ["\"2026-12\""],
    };

    public static readonly Property<ReadList<JsonString>> Down = new(
        "down", new ListType<JsonString>(new TextType(TextRole.Attribute)),
        "逐级向下分解的属性，最后一级为 subject（个人）",
        "the attributes by which it goes down, the last `subject`")
    {
        Default = new[] { PlanDefinition.SubjectLevel },
        Examples = ["[ \"region\", \"team\", \"subject\" ]"],
    };

    public static readonly Property<WrittenWeights> Weights = new(
        "weights",
        new ChoiceType<WrittenWeights>(
            null, "json.numberLike",
            new WordsType(WordMatch.AnyCase, "even").As(_ => new WrittenWeights(null)),
            NumberLike.Any.As(number => new WrittenWeights(number))),
        "各人的权重：even 平均，或按计划开始前一期计算的公式",
        "what subjects weigh: `even`, or a formula worked out in the period before `from`")
    {
        Default = "even",
        Examples = ["\"sumOf(sales, 12)\""],
    };

    public static readonly Property<WrittenPeriods> Periods = new(
        "periods",
        new ChoiceType<WrittenPeriods>(
            null, "json.planPeriods",
            new WordsType(WordMatch.AnyText, "even", "history").As(word =>
                new WrittenPeriods(word.Value == "history" ? PeriodSharing.History : PeriodSharing.Even, null)),
            new MapType<JsonNumber>(KeyRole.Period, new NumberType(NumberBound.NotNegative)).As(map =>
                new WrittenPeriods(PeriodSharing.Given, map))),
        "各期怎样分：even 平均，history 按去年同期，或逐期写权重",
        "what periods weigh: `even`, `history` (what the subject did a year earlier), or a weight for each period")
    {
        Default = "even",
        Examples = ["\"history\"", "{ \"2026-01\": 7, \"2026-02\": 5 }"],
    };

    public static readonly Property<JsonNumber> RoundTo = new(
        "roundTo", new NumberType(NumberBound.Positive),
        "取整的单位；不写时金额为最小货币单位，其余为 1",
        "parts are multiples of it; unless written the smallest unit of money, and 1 for what is no money");

    public static readonly DefaultedProperty<Shortfall> Shortfall = Property.Word(
        "shortfall", Plans.Shortfall.None,
        "已结束期间的差额：none 不管，spread 分摊到其余各期",
        "what is done about what closed periods fell short of: `none`, or `spread` over the open ones");

    public static readonly Property<ReadMap<NumberDefinition>> Stretch = new(
        "stretch",
        new MapType<NumberDefinition>(
            KeyRole.Name,
            new ChoiceType<NumberDefinition>(
                "factor", "json.factor",
                new NumberType(NumberBound.Positive).As(number => new NumberDefinition(number)),
                new TextType(TextRole.Formula).As(formula => new NumberDefinition(formula)))),
        "挑战目标：名称及倍数（数或公式，可用 plan.progress 和 plan.closed）",
        "stretch targets: a name and a factor, a number or a formula that may use `plan.progress` and `plan.closed`")
    {
        Examples = ["{ \"目标一\": 0.85, \"目标二\": 0.95 }"],
    };

    public static readonly Shape Shape = new(
        "plan", new Term("what.plan"),
        Kpi, Total, From, To, Naming.Title, Naming.Description, Down, Weights, Periods, RoundTo, Shortfall, Stretch);
}

/// <param name="Number">Null where all weigh the same.</param>
internal sealed record WrittenWeights(NumberDefinition? Number);

/// <param name="Weights">Of every period, where they are written.</param>
internal sealed record WrittenPeriods(PeriodSharing Sharing, ReadMap<JsonNumber>? Weights);

/// <summary>What is done about what closed periods fell short of.</summary>
internal enum Shortfall
{
    None,
    Spread,
}
