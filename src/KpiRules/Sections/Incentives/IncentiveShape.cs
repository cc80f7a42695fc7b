// What a ruleset may write about an incentive.
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Incentives.Releases;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives;

internal static class IncentiveShape
{
    public static readonly Property<JsonString> Kind = new(
        "kind", new TextType(), "种类，如 commission（提成）、bonus（奖金）、penalty（扣款）", "what kind of line it is, a word of your own")
    {
        Examples = ["\"commission\"", "\"penalty\""],
    };

    public static readonly Property<JsonString> AppliesTo = new(
        "appliesTo", new TextType(TextRole.Condition), "对谁适用：条件；不成立则没有这一项", "for whom there is such a line, a condition");

    public static readonly Property<JsonString> Gate = new(
        "gate", new TextType(TextRole.Condition), "门槛：条件；不成立则为 0", "a condition without which nothing is earned")
    {
        Examples = ["\"collection_rate >= 80%\""],
    };

    public static readonly Property<NumberDefinition> Amount = new(
        "amount", NumberLike.Any, "金额：数、公式或分档", "the amount: a number, a formula or a schedule")
    {
        Examples =
        [
            "\"5% * sales\"",
            "{ \"on\": \"sales\", \"marginal\": [ { \"from\": 0, \"rate\": 0.05 }, { \"from\": 100000, \"rate\": 0.07 } ] }",
        ],
    };

    public static readonly Property<NumberDefinition> Basis = new(
        "basis", NumberLike.Any, "计奖基数，与 rate 相乘，代替 amount", "what `rate` is taken of, in place of `amount`");

    public static readonly Property<NumberDefinition> Rate = new(
        "rate", NumberLike.Any, "比率，与 basis 相乘，代替 amount", "the rate of `basis`, in place of `amount`");

    public static readonly Property<NumberDefinition> Multiplier = new(
        "multiplier", NumberLike.Any, "金额再乘以它", "multiplies the amount")
    {
        Default = 1,
        Examples = ["\"if(margin >= 30%, 1.25, 1)\""],
    };

    public static readonly Property<NumberDefinition> Min = new(
        "min", NumberLike.Any, "金额的下限", "the least the line may be");

    public static readonly Property<NumberDefinition> Max = new(
        "max", NumberLike.Any, "金额的上限（封顶）", "the most the line may be")
    {
        Examples = ["50000"],
    };

    public static readonly Property<Span?> Every = new(
        "every", new EnumType<Span>(),
        "只在季末、半年末或年末的期间发一次",
        "the line exists only in the last period of such a span");

    public static readonly Property<JsonString> Each = new(
        "each", new TextType(TextRole.Records), "对每条记录分别计算再相加：记录列表的名称", "a list of records: worked out for each of them, and added up")
    {
        Examples = ["\"deals\""],
    };

    public static readonly Property<ObjectReader> Pool = new(
        "pool", new ObjectType(PoolShape.Shape), "奖金池：一笔金额在成员间分配", "an amount that is divided among members")
    {
        Examples = ["{ \"amount\": \"1% * within(team, sales)\", \"among\": \"team\", \"share\": \"sales\" }"],
    };

    public static readonly Property<ObjectReader> Draw = new(
        "draw", new ObjectType(DrawShape.Shape), "保底预支：不低于它", "what the line pays at least")
    {
        Examples = ["{ \"amount\": 2000, \"recoverable\": true }"],
    };

    public static readonly Shape Shape = new(
        "incentive", new Term("what.incentive"),
        Naming.Title, Naming.Description, Kind, AppliesTo, Gate, Amount, Basis, Rate, Multiplier, Min, Max, Every, Each, Pool, Draw,
        ReleaseShape.Release)
    {
        Requirements =
        [
            new(Amount, null, Pool, Basis, Rate), new(Basis, Rate, Pool, Amount), new(Rate, Basis, Pool, Amount),
        ],
        Exclusions =
        [
            new(Amount, Basis, Rate),
            new(Pool, Amount, Basis, Rate, Multiplier, Min, Max, Draw, Each),
            new(Each, Draw),
            new(ReleaseShape.Release, Draw),
        ],
    };
}

/// <summary>The names of the spans in which a line may come once.</summary>
internal enum Span
{
    Quarter,
    HalfYear,
    Year,
}

internal static class PoolShape
{
    public static readonly Property<NumberDefinition> Amount = new(
        "amount", NumberLike.Any, "要分配的金额，每个成员算出的须相同", "what is divided; it must come out alike for every member")
    {
        IsRequired = true,
    };

    public static readonly Property<JsonString> Among = new(
        "among", new TextType(TextRole.Attribute),
        "在谁中间分：同一属性值的人；不写则所有人",
        "the attribute that members have in common; else all are members");

    public static readonly Property<JsonString> Share = new(
        "share", new TextType(TextRole.Formula), "按什么比例分：公式；不写则平分", "in proportion to what, a formula; else equally");

    public static readonly Property<JsonString> When = new(
        "when", new TextType(TextRole.Condition), "谁参与分配：条件；不写则都参与", "who has a part, a condition; else everybody");

    public static readonly Shape Shape = new("pool", new Term("what.pool"), Amount, Among, Share, When);
}

internal static class DrawShape
{
    public static readonly Property<NumberDefinition> Amount = new(
        "amount", NumberLike.Any, "保底金额", "the least that is paid")
    {
        IsRequired = true,
    };

    public static readonly Property<JsonBoolean> Recoverable = new(
        "recoverable", new BooleanType(), "预支的部分是否从以后的所得中扣回", "whether what is advanced is taken back from what later periods earn")
    {
        IsRequired = true,
    };

    public static readonly Shape Shape = new("draw", new Term("what.draw"), Amount, Recoverable);
}
