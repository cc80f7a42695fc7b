// The functions that look at other subjects.
using System;
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class PeopleFunctions
{
    /// <summary>The attribute by which <c>reports</c> knows whom a subject leads.</summary>
    public const string ManagerAttribute = "manager";

    public static readonly PeopleFunction Within = new(
        "within",
        new Signature([Attribute("a"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.Second, Optional: 1),
        Combining.AsFormula,
        new("本期有数据且属性 a 与本人相同的人的 x", "x over the subjects with facts in the period whose attribute a is this subject's"),
        [new("within(team, sales)", "130"), new("within(team, sales, sales > 50)", "100")],
        MembersKind.Alike,
        call => new PopulationOperation(call.Origin, call.Function.Name, call.Members!, call.Inner, call.Condition));

    public static readonly PeopleFunction Everyone = new(
        "everyone",
        new Signature([Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.First, Optional: 1),
        Combining.AsFormula,
        new("本期有数据的所有人的 x", "x over all who have facts in the period"),
        [new("everyone(sales)", "330"), new("everyone(sales, team = 'west')", "200")],
        MembersKind.Everyone,
        call => new PopulationOperation(call.Origin, call.Function.Name, call.Members!, call.Inner, call.Condition));

    public static readonly PeopleFunction Reports = new(
        "reports",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.First),
        Combining.AsFormula,
        new(
            "属性 `manager` 为本人的人的 x；没有下属时，可相加的为 0，其余不可用",
            "x over those whose attribute `manager` is this subject; nobody: 0 for what adds up, else not available"),
        [new("reports(sales)", "30"), new("reports(cost / sales)", "0.5")],
        MembersKind.Reports,
        call => new PopulationOperation(call.Origin, call.Function.Name, call.Members!, call.Inner, call.Condition));

    public static readonly PeopleFunction Share = new(
        "share",
        new Signature([Attribute("a"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.Percent, Optional: 1),
        Combining.Never("combine.population"),
        new("`x / within(a, x)`；不写 a 为 `x / everyone(x)`", "`x / within(a, x)`; without a, `x / everyone(x)`"),
        [new("Round(share(team, sales), 4)", "0.7692"), new("Round(share(sales), 4)", "0.303")],
        MembersKind.Everyone,
        call => new ShareOperation(call.Origin, call.Function.Name, call.Members!, call.Inner, call.Condition),
        new Signature([Number("x")], ValueKind.Number, ResultUnit.Percent));

    public static readonly PeopleFunction Rank = new(
        "rank",
        new Signature([Attribute("a"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.None, Optional: 1),
        Combining.Never("combine.population"),
        new("在他们中的名次，1 为最高；相同的取较好的名次；不写 a 为本期有数据的所有人中",
            "the place among them, 1 for the highest; equals share the better one; without a, among all who have facts in the period"),
        [new("rank(team, sales)", "1"), new("rank(team, -sales)", "2"), new("rank(sales)", "2")],
        MembersKind.Everyone,
        call => Among(call, GroupFunction.Rank, null),
        new Signature([Number("x")], ValueKind.Number, ResultUnit.None));

    public static readonly PeopleFunction Headcount = new(
        "headcount",
        new Signature([Attribute("a"), Boolean("c")], ValueKind.Number, ResultUnit.Tally, Optional: 2),
        Combining.Never("combine.population"),
        new(
            "本期有数据的人数：全部、a 相同的、其中 c 成立的；有一人的 c 不明，或本人没有 a 时不可用",
            "how many have facts in the period: in all, of the same `a`, of these those for whom `c` holds; "
                + "not available where `c` is not known for one of them, or the subject has no `a`"),
        [new("headcount()", "3"), new("headcount(team)", "2"), new("headcount(team, sales > 50)", "1")],
        MembersKind.Everyone,
        call => new HeadcountOperation(call.Origin, call.Members!, call.Arguments.Count > 1 ? call.Arguments[1] : null));

    public static readonly PeopleFunction HighestIn = Benchmark(
        "highestIn",
        new("他们中最高的 x", "the highest x among them"),
        [new("highestIn(team, sales)", "100"), new("highestIn(sales)", "200"), new("highestIn(team, sales, sales < 50)", "30")],
        call => Among(call, GroupFunction.Max, null));

    public static readonly PeopleFunction LowestIn = Benchmark(
        "lowestIn",
        new("他们中最低的 x", "the lowest x among them"),
        [new("lowestIn(team, sales)", "30"), new("lowestIn(sales)", "30"), new("lowestIn(team, sales, sales > 50)", "100")],
        call => Among(call, GroupFunction.Min, null));

    public static readonly PeopleFunction MedianIn = Benchmark(
        "medianIn",
        new("他们的 x 的中位数；人数为偶数时取中间两个的平均", "the middle x among them, of an even number the mean of the two"),
        [new("medianIn(team, sales)", "65"), new("medianIn(sales)", "100"), new("medianIn(team, sales, sales > 500)", "n/a")],
        call => Among(call, GroupFunction.Quantile, null));

    public static readonly PeopleFunction PercentileIn = Benchmark(
        "percentileIn",
        new("他们的 x 的 p 分位数；p 同 `percentile`", "the x among them below which the fraction p lies; p as of `percentile`"),
        [new("percentileIn(team, sales, 90%)", "93"), new("percentileIn(sales, 0.75)", "150")],
        call => Among(call, GroupFunction.Quantile, call.Fraction),
        Fraction("p"));

    /// <summary>A value of others that the subject is held against.</summary>
    private static PeopleFunction Benchmark(
        string name, FunctionText says, Example[] examples, Func<BoundCall, Operation> bind, params Parameter[] further) => new(
        name,
        new Signature([Attribute("a"), Number("x"), .. further, Boolean("c")], ValueKind.Number, ResultUnit.Second, Optional: 1),
        Combining.Never("combine.population"),
        says,
        examples,
        MembersKind.Everyone,
        bind,
        new Signature([Number("x"), .. further], ValueKind.Number, ResultUnit.First));

    private static AmongOperation Among(BoundCall call, GroupFunction function, decimal? fraction) =>
        new(call.Origin, call.Function.Name, function, fraction, call.Members!, call.Inner, call.Condition);
}
