// What a test that a ruleset carries may have.
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class TestShape
{
    private static readonly Term What = new("what.test");

    public static readonly Property<JsonString> Name = new("name", new TextType(isNeverEmpty: true), "测试的名称", "what the test is about")
    {
        IsRequired = true,
    };

    public static readonly Property<Period?> Period = new(
        "period", new PeriodType(isNeverEmpty: true),
        "被测试的期间；测试多个期间（periods）或计划（plan）时不写",
        "the period under test; not for a test over `periods` or of a `plan`")
    {
        Examples = ["\"2026-03\""],
    };

    public static readonly Property<int?> AsOf = new(
        "asOf", new DateType(), "截止日期，用于进行中的期间", "the day on which a running period is looked at")
    {
        Examples = ["\"2026-03-12\""],
    };

    public static readonly Property<Period?> Complete = new(
        "complete", new PeriodType(), "从哪一期起数据完整；不写时从最早的一期起", "from which period on the facts are complete; else from the earliest");

    public static readonly Property<ObjectReader> Given = new(
        "given", new ObjectType(TestFactsShapes.Values), "该期间的数据", "the facts of the period under test")
    {
        Examples = ["{ \"sales\": 180000, \"level\": \"rep\" }"],
    };

    public static readonly Property<ReadMap<ObjectReader>> History = new(
        "history", TestFactsShapes.ByPeriod, "以前各期的数据", "the facts of earlier periods")
    {
        Examples = ["{ \"2026-02\": { \"sales\": 90000 } }"],
    };

    public static readonly Property<ReadMap<ReadList<ObjectReader>>> Records = new(
        "records", TestFactsShapes.Lists, "该期间的明细记录", "the records of the period under test")
    {
        Examples = ["{ \"deals\": [ { \"amount\": 200 } ] }"],
    };

    public static readonly Property<ReadMap<ObjectReader>> Subjects = new(
        "subjects", new MapType<ObjectReader>(KeyRole.Subject, new ObjectType(TestFactsShapes.Subject)),
        "有多个对象时，各自的数据",
        "for several subjects, the facts of each")
    {
        Examples = ["{ \"ann\": { \"sales\": 1 }, \"bob\": { \"given\": { \"sales\": 2 } } }"],
    };

    public static readonly Property<ReadMap<ReadList<ObjectReader>>> Tables = new(
        "tables", TestFactsShapes.Lists, "随数据给出的表的行", "the rows of tables that come with the facts");

    public static readonly Property<ReadMap<ObjectReader>> Periods = new(
        "periods", TestFactsShapes.ByPeriod,
        "连续测试多个期间时各期的数据；欠款与递延会逐期结转",
        "for a range of periods, the facts of each; debts and what is deferred are carried along");

    public static readonly Property<JsonString> Plan = new("plan", new TextType(TextRole.Plan), "被测试的计划", "the plan that is tested");

    public static readonly Property<Period?> Closed = new(
        "closed", new PeriodType(), "计划中最后一个已结束的期间", "the last closed period of the plan");

    public static readonly Property<ReadMap<JsonValue>> Expect = new(
        "expect", new MapType<JsonValue>(KeyRole.Text, new SingleType(), Nothing),
        "应得的结果，按名称；null 表示不可用",
        "the results by name; `null` expects one that is not available")
    {
        IsRequired = true,
        Where = new PresenceCondition([], ["plan", "subjects", "periods"]),
        Examples = ["{ \"commission\": 10600, \"sales_amount.attainment\": 1.2, \"margin\": null }"],
    };

    /// <summary>A single value belongs to nobody: the test that has one fails, and says so.</summary>
    public static readonly Property<ReadMap<JsonValue>> ExpectOfEach = new(
        "expect",
        new MapType<JsonValue>(
            KeyRole.Text,
            new ChoiceType<JsonValue>(
                null, "json.object",
                new MapType<JsonValue>(KeyRole.Text, new SingleType()).As<JsonValue>(results => results.Json),
                new SingleType().As(alone => alone)),
            Nothing),
        "每个对象（或期间）应得的结果，按名称",
        "with `subjects` or `periods`: the results of each by name")
    {
        IsRequired = true,
        Where = new PresenceCondition(["subjects", "periods"], ["plan"]),
    };

    public static readonly Property<ReadMap<ReadMap<JsonValue>>> ExpectOfPlan = new(
        "expect",
        new MapType<ReadMap<JsonValue>>(
            KeyRole.Text,
            new MapType<JsonValue>(
                KeyRole.Text,
                new ChoiceType<JsonValue>(
                    null, "json.single",
                    new SingleType().As(target => target),
                    new MapType<JsonValue>(KeyRole.Text, new SingleType()).As<JsonValue>(columns => columns.Json))),
            Nothing),
        "每个对象在每个期间的目标，或计划表的各列",
        "with `plan`: of each subject and period the target, or the columns of the plan's table by name")
    {
        IsRequired = true,
        Where = new PresenceCondition(["plan"], []),
    };

    public static readonly Shape Shape = new(
        "test", What,
        Name, Period, AsOf, Complete, Given, History, Records, Subjects, Tables, Periods, Plan, Closed, Expect, ExpectOfEach, ExpectOfPlan)
    {
        Requirements = [new(Period, null, Periods, Plan), new(Plan, Closed) { What = What }],
        Exclusions =
        [
            new(Plan, Period, Periods, AsOf),
            new(Periods, Period) { Unless = Plan },
            new(Periods, Given, History, Records, Subjects),
            new(Subjects, Given, History, Records) { Unless = Periods },
        ],
    };

    private static Diagnostic Nothing(JsonObject expect) => RulesetFaults.Missing(expect.Place, "expect", What);
}
