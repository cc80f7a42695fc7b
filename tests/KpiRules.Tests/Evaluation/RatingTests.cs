using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>What ratings promise beyond the acceptance case: exact shares, causes, what others make of them.</summary>
public sealed class RatingTests
{
    private static readonly Period March = Period.Parse("2026-03");

    /// <summary>
    /// Of thirds that a decimal cannot hold, the rest is larger by its last digit, and so first in getting the place that is
    /// left.
    /// </summary>
    [Theory]
    [InlineData("0.3333333333333333333333333333", "0.3333333333333333333333333333", "\"rest\"", "ABC|ABCC|AABCC")]
    [InlineData("\"rest\"", "0.3333333333333333333333333333", "0.3333333333333333333333333333", "ABC|AABC|AABBC")]
    [InlineData("0.25", "0.5", "0.25", "ABC|ABBC|ABBBC")]
    [InlineData("0", "1", "0", "BBB|BBBB|BBBBB")]
    [InlineData("0.0000000000000000000000000001", "\"rest\"", "0", "BBB|BBBB|BBBBB")]
    [InlineData("0.5", "0.5", "\"rest\"", "AAB|AABB|AAABB")]
    public void Shares_AreDividedExactly(string a, string b, string c, string expected)
    {
        var policy = Rating($$""" "on": "v", "grades": [ { "grade": "A", "share": {{a}} }, { "grade": "B", "share": {{b}} }, { "grade": "C", "share": {{c}} } ] """);
        var given = new[] { 3, 4, 5 }.Select(count => string.Concat(Enumerable.Range(0, count)
            .Select(i =>
                policy.Evaluate(People(Enumerable.Range(0, count).Select(one => -(decimal)one).ToArray()), March)[$"s{i}"]["r"].Text)));
        string.Join("|", given).Should().Be(expected);
    }

    [Theory]
    [InlineData("en", "s0", "'r' is not available: '1 / w' of s1 is not available: 'r' divides by zero (w is 0)")]
    [InlineData("zh", "s0", "“r”不可用：s1 的“1 / w”不可用：“r”除以零（w 为 0）")]
    [InlineData("en", "s9", "the subject does not take part in 'r'")]
    [InlineData("zh", "s9", "对象不参与“r”")]
    [InlineData("en", "t0", "'r' is not available: whether t0 counts is not known (in): 'in' is missing")]
    [InlineData("zh", "t0", "“r”不可用：不知道 t0 是否计入（in）：缺少“in”")]
    [InlineData("en", "u0", "a group of 1 is too small for 'r'")]
    [InlineData("zh", "u0", "1 人的组太小，不能评“r”")]
    [InlineData("en", "x", "'r' is not available: 'team' is missing")]
    public void Causes_NameWhomTheyComeFrom(string language, string subject, string begins)
    {
        var policy = Rating(
            """ "on": "v", "then": ["1 / w"], "when": "in", "among": "team", "smallest": 2, "grades": [ { "grade": "A", "share": 1 } ] """,
            """ "kpis": { "best": { "formula": "if(r = 'A', 1, 0)" } } """);
        var results = policy.Evaluate(
            Dataset.Build(builder =>
            {
                // rows come in any order, and the first by id is named all the same
                builder.Add("s2", March, ("team", "s"), ("in", true), ("w", 1));
                builder.Add("s1", March, ("team", "s"), ("in", true), ("v", 5), ("w", 0));
                builder.Add("s0", March, ("team", "s"), ("in", true), ("v", 4), ("w", 1));
                builder.Add("s9", March, ("team", "s"), ("in", false));
                builder.Add("t1", March, ("team", "t"), ("in", true), ("v", 5), ("w", 1));
                builder.Add("t0", March, ("team", "t"), ("v", 5), ("w", 1));
                builder.Add("u0", March, ("team", "u"), ("in", true), ("v", 5), ("w", 1));
                builder.Add("x", March, ("in", true), ("v", 5), ("w", 1));
            }),
            March);
        results[subject]["best"].Cause!.Explain(language).Should().StartWith(begins);
        results["u0"].Ratings.Single().Should().BeEquivalentTo(new { Name = "r", Grade = (string?)null, Place = 1, Members = 1 });
    }

    [Fact]
    public void WhoHasLeft_IsStillThere_InAnEarlierPeriod_AndNamedByItsId()
    {
        var policy = Rating(
            """ "on": "v", "grades": [ { "grade": "A", "share": 0.5 }, { "grade": "B", "share": 0.5 } ] """,
            """ "kpis": { "place": { "formula": "previous(r.place)" }, "grade": { "formula": "if(previous(r) = 'A', 1, 0)" } } """);
        Dataset Facts(decimal? ofLeaver) => Dataset.Build(builder =>
        {
            builder.Add("zoe", "2026-03", ("v", 1));
            builder.Add("zoe", "2026-02", ("v", 1));
            builder.Add("bob", "2026-02", ("v", ofLeaver is { } v ? v : default(FactValue)));
            builder.Add("al", "2026-02", ("w", 1));
        });
        var read = policy.Evaluate(Facts(3), March)["zoe"];
        read["place"].Cause!.Explain("en")
            .Should().Be("'r.place' is not available (2026-02): 'v' of al is not available: 'v' is missing (2026-02)");
        var whole = Dataset.Build(builder =>
        {
            builder.Add("zoe", "2026-03", ("v", 1));
            builder.Add("zoe", "2026-02", ("v", 1));
            builder.Add("bob", "2026-02", ("v", 3));
        });
        (policy.Evaluate(whole, March)["zoe"]["place"].Number, policy.Evaluate(whole, March)["zoe"]["grade"].Number).Should().Be((2, 0));
    }

    [Fact]
    public void Bounds_MayBeFormulas_AndFailAlone()
    {
        var policy = Rating(
            """
            "on": "v", "smallest": 10,
            "grades": [ { "grade": "A", "share": 0.5, "from": "line" }, { "grade": "B", "share": 0.5, "from": { "on": "w", "steps": [ { "from": 0, "value": 1 }, { "from": 5, "value": 2 } ] } } ]
            """,
            """ "parameters": { "line": 4 } """);
        var results = policy.Evaluate(
            Dataset.Build(builder =>
            {
                builder.Add("a", March, ("v", 4), ("w", 0));
                builder.Add("b", March, ("v", 1.5m), ("w", 0));
                builder.Add("c", March, ("v", 1.5m), ("w", 5));
                builder.Add("d", March, ("v", 3));
            }),
            March);
        results.Column("r").Select(value => value.Text).Should().Equal("A", "B", null, null);
        results["c"]["r"].Cause!.Explain("en").Should().Be("'v' lies below every grade");
        results["d"]["r"].Cause!.Explain("en").Should().Be("'w' is missing");
        results.Column("r.place").Select(value => value.Number).Should().Equal(1, 3, 3, 2);
    }

    [Fact]
    public void ARatingOfARating_AndOfAScorecard_IsWorkedOutBehindIt()
    {
        var policy = Rating(
            """ "on": "if(first = 'A', 1, 0)", "grades": [ { "grade": "top", "share": 0.5 }, { "grade": "rest", "share": "rest" } ], "ties": "worse" """,
            """ "kpis": { "k": { "formula": "v", "target": 4, "weight": 1 } }, "scorecard": {} """,
            """ "first": { "on": "scorecard", "grades": [ { "grade": "A", "share": 0.25 }, { "grade": "B", "share": 0.75 } ] }, """);
        policy.Evaluate(People(1, 2, 3, 4), March).Column("r").Select(value => value.Text).Should().Equal("rest", "rest", "rest", "top");
    }

    [Fact]
    public void APolicyWithRatings_LooksAtOthers() =>
        Rating(""" "on": "v", "grades": [ { "grade": "A", "share": 1 } ] """).LooksAtOthers.Select(use => use.ToString())
            .Should().Equal("r (rating)", "r.place (rating)", "r.members (rating)");

    [Fact]
    public void ALongerPeriod_RatesWhoeverHasFactsInAnyPartOfIt()
    {
        var policy = Rating(""" "on": "v", "grades": [ { "grade": "A", "share": 0.5 }, { "grade": "B", "share": 0.5 } ] """);
        var results = policy.Evaluate(
            Dataset.Build(builder =>
            {
                builder.CompleteFrom(Period.Parse("2026-01"));
                builder.Add("a", "2026-03", ("v", 5));
                builder.Add("b", "2026-02", ("v", 2));
                builder.Add("b", "2026-03", ("v", 4));
            }),
            Period.Parse("2026-Q1"));
        results.Column("r").Select(value => value.Text).Should().Equal("B", "A");
    }

    [Fact]
    public void ARating_IsExplained()
    {
        var policy = Policy.Load(Repository.PathOf("tests", "KpiRules.Tests", "Evaluation", "Golden", "ratings.json"));
        var results = policy.Evaluate(Dataset.Build(builder =>
        {
            foreach (var (id, team, score, rate, months) in new[]
            {
                ("ann", "北", 95m, 0.9m, 12), ("bob", "北", 88, 0.8m, 12), ("cat", "北", 88, 0.8m, 12), ("dan", "北", 88, 0.7m, 12),
                ("eve", "北", 60, 0.7m, 12),
                ("fay", "北", 99, 0.99m, 1), ("gus", "南", 91, 0.5m, 12), ("hal", "南", 40, 0.5m, 12),
            })
                builder.Add(id, March, ("team", team), ("points", score), ("rate", rate), ("months", months));
            builder.Add("ida", March, ("team", "东"), ("months", 12), ("points", 1));
        }), March);
        foreach (var language in (string[])["en", "zh"])
        {
            var text = string.Join("\n", new[]
            {
                ("ann", "grade"), ("bob", "grade"), ("dan", "grade"), ("fay", "grade"), ("gus", "grade"), ("hal", "grade"),
                ("ida", "grade"), ("bob", "strict"), ("bob", "strict.place"), ("bob", "strict.members"), ("gus", "few")
            }
                .Select(one => one.Item1 + ": " + results[one.Item1].Explain(one.Item2).ToString(language)));
            Golden.Matches(text, "tests", "KpiRules.Tests", "Evaluation", "Golden", $"ratings.{language}.txt");
        }
    }

    private static Dataset People(params decimal[] values) => Dataset.Build(builder =>
    {
        for (var i = 0; i < values.Length; i++)
            builder.Add($"s{i}", March, ("v", values[i]));
    });

    private static Policy Rating(string rating, string sections = "\"title\": \"x\"", string before = "")
    {
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", "measures": { "v": {}, "w": {} }, "attributes": { "team": { "type": "text" }, "in": { "type": "boolean" } },
              {{sections}}, "ratings": { {{before}} "r": { {{rating}} } } }
            """);
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }
}
