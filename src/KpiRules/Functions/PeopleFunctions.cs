// The functions that look at other subjects.
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class PeopleFunctions
{
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
        new("`x / within(a, x)`", "`x / within(a, x)`"),
        [new("Round(share(team, sales), 4)", "0.7692")],
        MembersKind.Alike,
        call => new ShareOperation(call.Origin, call.Function.Name, call.Members!, call.Inner, call.Condition));

    public static readonly PeopleFunction Rank = new(
        "rank",
        new Signature([Attribute("a"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.None, Optional: 1),
        Combining.Never("combine.population"),
        new("在他们中的名次，1 为最高；相同的取较好的名次", "the place among them, 1 for the highest; equals share the better one"),
        [new("rank(team, sales)", "1"), new("rank(team, -sales)", "2")],
        MembersKind.Alike,
        call => new RankOperation(call.Origin, call.Members!, call.Inner, call.Condition));

    public static readonly PeopleFunction Headcount = new(
        "headcount",
        new Signature([Attribute("a"), Boolean("c")], ValueKind.Number, ResultUnit.Count, Optional: 2),
        Combining.Never("combine.population"),
        new(
            "本期有数据的人数：全部、a 相同的、其中 c 成立的；有一人的 c 不明，或本人没有 a 时不可用",
            "how many have facts in the period: in all, of the same `a`, of these those for whom `c` holds; "
                + "not available where `c` is not known for one of them, or the subject has no `a`"),
        [new("headcount()", "3"), new("headcount(team)", "2"), new("headcount(team, sales > 50)", "1")],
        MembersKind.Everyone,
        call => new HeadcountOperation(call.Origin, call.Members!, call.Arguments.Count > 1 ? call.Arguments[1] : null));
}
