// What a ruleset may write about a KPI.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;
using KpiRules.Sections.Smart;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Kpis;

internal static class KpiShape
{
    public static readonly Property<NumberDefinition> Formula = new(
        "formula", NumberLike.Any, "怎样计算 KPI 的值", "what the KPI's value is")
    {
        IsRequired = true,
        Examples = ["\"collected / sales\""],
    };

    public static readonly DefaultedProperty<Unit> Unit = FactProperties.Unit();

    public static readonly DefaultedProperty<Better> Better = Property.Word(
        "better", Kpis.Better.Higher,
        "哪种值好：higher 越高越好，lower 越低越好，nearer 越接近目标越好",
        "which values are good: `higher`, `lower`, or those `nearer` to the target");

    public static readonly Property<WrittenTarget> Target = new(
        "target",
        new ChoiceType<WrittenTarget>(
            null, "json.numberLike",
            new WordsType(WordMatch.AnyCase, "given").As(word => new WrittenTarget(word, null)),
            NumberLike.Any.As(number => new WrittenTarget(null, number))),
        "目标：数、公式或分档；given 表示随数据以 <kpi>.target 给出；不写则只观察",
        "the target; `\"given\"`: it comes with the facts as `<kpi>.target`; without one the KPI is only observed")
    {
        Examples = ["0.95", "\"given\""],
    };

    public static readonly Property<NumberDefinition> Attainment = new(
        "attainment", NumberLike.Any,
        "自定义达成率的算法；不写时按 better 由值和目标计算",
        "how far the target is reached, in place of what `better` says");

    public static readonly Property<NumberDefinition> Score = new(
        "score", NumberLike.Any,
        "得分：分档（on 默认为达成率）或公式；不写时为达成率 × 100，限于 0 到 100",
        "the score: a schedule, whose `on` is the attainment unless written, or a formula; else attainment × 100 between 0 and 100")
    {
        Examples = ["{ \"points\": [ { \"at\": 0.6, \"value\": 0 }, { \"at\": 1, \"value\": 100 } ] }"],
    };

    public static readonly Property<ObjectReader> Status = new(
        "status", new ObjectType(StatusShape.Shape),
        "红黄绿灯：达成率达到多少为绿、为黄，其余为红",
        "from which attainment on it is green or yellow; else it is red")
    {
        IsImplied = true,
        Examples = ["{ \"green\": 1, \"yellow\": 0.8 }"],
    };

    public static readonly Property<NumberDefinition> Weight = new(
        "weight", NumberLike.NotNegative, "在评分卡中的权重；不写则不计入", "its weight in the scorecard; without one it does not count")
    {
        Examples = ["20"],
    };

    public static readonly Property<Combine?> Combine = new(
        "combine", new EnumType<Combine>(),
        "多个期间或对象的目标怎样合成；不写时 money、count、days、hours 为 sum，其余为 last",
        "how targets of several periods or subjects become one; else `sum` for `money`, `count`, `days` and `hours`, `last` for others");

    public static readonly Property<JsonString> Perspective = new(
        "perspective", new TextType(TextRole.Perspective), "评分卡中的维度", "its perspective of the scorecard");

    public static readonly Property<JsonString> AppliesTo = new(
        "appliesTo", new TextType(TextRole.Condition), "对谁适用：条件；不成立则没有此 KPI", "for whom there is such a KPI, a condition")
    {
        Examples = ["\"level = 'rep'\""],
    };

    public static readonly Property<LocalizedText> Owner = new(
        "owner", new LocalizedType(), "负责的部门或人", "who answers for it") { IsForReaders = true };

    public static readonly Property<LocalizedText> Objective = new(
        "objective", new LocalizedType(), "它服务的目标", "what it is to achieve") { IsForReaders = true };

    public static readonly Shape Shape = new(
        "kpi", new Term("what.kpi"),
        Formula, Naming.Title, Naming.Description, Unit, Better, Target, Attainment, Score, Status, Weight, Combine, Perspective,
        AppliesTo, Owner, Objective, SmartShape.OfKpi, SmartShape.Reason)
    {
        Requirements = [SmartShape.ReasonOfWaiver],
    };
}

/// <param name="Given">The word that says the target comes with the facts.</param>
internal sealed record WrittenTarget(JsonString? Given, NumberDefinition? Number);

internal static class StatusShape
{
    public static readonly Property<NumberDefinition> Green = new(
        "green", NumberLike.Any, "达成率从多少起（含）为绿", "the attainment from which on it is green")
    {
        Default = StatusDefinition.DefaultGreen,
    };

    public static readonly Property<NumberDefinition> Yellow = new(
        "yellow", NumberLike.Any, "达成率从多少起（含）为黄", "the attainment from which on it is yellow")
    {
        Default = StatusDefinition.DefaultYellow,
    };

    public static readonly Shape Shape = new("status", new Term("what.status"), Green, Yellow);
}
