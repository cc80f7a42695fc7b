using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Rulesets;
using Xunit;

namespace KpiRules.Tests.Evaluation;

public sealed class EvaluationTests
{
    private static readonly Period March = Period.Parse("2026-03");

    private static readonly Policy Store = Read("""
        "measures": { "sales": { "unit": "money" }, "cost": { "unit": "money" }, "visits": { "unit": "count", "default": 0 } },
        "attributes": { "level": { "type": "text" }, "team": { "type": "text" } },
        "kpis": {
          "margin": { "formula": "(sales - cost) / sales", "unit": "percent", "target": 0.25 },
          "goal": { "formula": "sales", "target": "given", "appliesTo": "level = 'rep'" },
          "visits_done": { "formula": "visits" },
          "on_top": { "formula": "margin.score + goal.score" },
          "of_north": { "formula": "if(team = 'north', 1, 0)" }
        }
        """);

    [Fact]
    public void Cause_LeadsDownToTheMissingFact()
    {
        var ann = Store.Evaluate(new Subject("ann") { ["sales"] = 100, ["level"] = "rep" }, March);
        var cause = ann["on_top"].Cause!;
        cause.Kind.Should().Be(CauseKind.DependsOn);
        cause.Root.Kind.Should().Be(CauseKind.MissingFact);
        cause.Root.Name.Should().Be("cost");
        cause.Explain("en").Should().Be("'margin.score' is not available: 'margin' is not available: 'cost' is missing");
        cause.Explain("zh").Should().Be("“margin.score”不可用：“margin”不可用：缺少“cost”");
    }

    [Theory]
    [InlineData("sales / zero", "'k' divides by zero (zero is 0)")]
    [InlineData("sales % (zero * 2)", "'k' divides by zero (zero * 2 is 0)")]
    [InlineData("Sqrt(0 - sales)", "Sqrt(0 - sales) has no value")]
    [InlineData("sales * 79000000000000000000000000000", "a number in 'k' is too large (beyond 7.9 × 10^28)")]
    [InlineData("if(absent > 1, 1, 0)", "'absent' is missing")]
    [InlineData("if(absent > 1 and sales > 1, 1, 0)", "'absent' is missing")]
    [InlineData("default(absent, sales / zero)", "'k' divides by zero (zero is 0)")]
    public void Cause_SaysWhatHappened(string formula, string expected)
    {
        var policy = Read($$"""  "measures": { "sales": {}, "zero": {}, "absent": {} }, "kpis": { "k": { "formula": "{{formula}}" } }  """);
        policy.Evaluate(new Subject("s") { ["sales"] = 100, ["zero"] = 0 }, March)["k"].Cause!.Explain("en").Should().Be(expected);
    }

    [Theory]
    [InlineData("rep", 100, 200, 0.5, 100, 50, KpiStatus.Red, null)]
    [InlineData("manager", null, null, null, null, null, null, "'goal' does not apply to this subject")]
    [InlineData(null, null, 200, null, null, null, null, "whether 'goal' applies to this subject is not known: 'level' is missing")]
    public void AppliesTo_DecidesWhetherTheKpiExists(
        string? level, int? value, int? target, double? attainment, int? gap, int? score, KpiStatus? status, string? cause)
    {
        var goal = Store.Evaluate(new Subject("s") { ["sales"] = 100, ["goal.target"] = 200, ["level"] = level }, March).Kpis["goal"];
        goal.Value.Should().Be(value);
        goal.Target.Should().Be(target);
        goal.Attainment.Should().Be((decimal?)attainment);
        goal.Gap.Should().Be(gap);
        goal.Score.Should().Be(score);
        goal.Status.Should().Be(status);
        goal.Cause?.Explain("en").Should().Be(cause);
    }

    [Theory]
    [InlineData("higher", 45, 50, "0.9")]
    [InlineData("lower", 45, 50, "1.1")]
    [InlineData("nearer", 45, 50, "0.9")]
    [InlineData("nearer", 55, 50, "0.9")]
    [InlineData("higher", 3, -2, "3.5")]
    [InlineData("lower", -3, -2, "1.5")]
    [InlineData("nearer", -3, -2, "0.5")]
    [InlineData("higher", -3, -2, "0.5")]
    [InlineData("lower", 150, 50, "-1")]
    public void Attainment_FollowsWhatIsBetter(string better, int value, int target, string expected)
    {
        var policy = Read(
            $$"""  "measures": { "a": {} }, "kpis": { "k": { "formula": "a", "target": "given", "better": "{{better}}" } }  """);
        var kpi = policy.Evaluate(new Subject("s") { ["a"] = value, ["k.target"] = target }, March).Kpis["k"];
        kpi.Attainment.Should().Be(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture));
        kpi.Score.Should().Be(Math.Max(0, Math.Min(100, kpi.Attainment!.Value * 100)));
    }

    [Fact]
    public void Score_MultipliesBeforeItDivides()
    {
        var policy = Read("""  "measures": { "a": {} }, "kpis": { "k": { "formula": "a", "target": 3 } }  """);
        var kpi = policy.Evaluate(new Subject("s") { ["a"] = 2 }, March).Kpis["k"];
        kpi.Attainment.Should().Be(2m / 3m);
        kpi.Score.Should().Be(200m / 3m).And.NotBe(kpi.Attainment * 100);
    }

    [Fact]
    public void MissingZero_FillsMeasuresOnly()
    {
        var policy = Read("""
            "settings": { "missing": "zero" }, "measures": { "a": {}, "b": { "default": 7 } }, "attributes": { "n": { "type": "number" } },
            "kpis": { "k": { "formula": "a + b" }, "l": { "formula": "n" }, "m": { "formula": "a", "target": "given" } }
            """);
        var subject = policy.Evaluate(new Subject("s"), March);
        subject["k"].Number.Should().Be(7);
        subject["l"].IsAvailable.Should().BeFalse();
        subject["m.target"].IsAvailable.Should().BeFalse();
    }

    [Fact]
    public void Attribute_HasTheLatestEarlierValueElseTheSubjectsOwn()
    {
        var facts = Dataset.Build(builder => builder
            .AddSubject("ann", ("team", "south")).AddSubject("bob", ("team", "north"))
            .Add("ann", "2026-01", ("team", "north")).Add("ann", "2026-03", ("sales", 1)).Add("ann", "2026-04", ("team", "south"))
            .Add("bob", "2026-03", ("sales", 1)).Add("cid", "2026-03", ("team", "west")).Add("dan", "2026-03"));
        Store.Evaluate(facts, March).Column("of_north").Select(value => value.Number).Should().Equal(1, 1, 0, null);
        Store.Evaluate(facts, Period.Parse("2026-04")).Column("of_north").Select(value => value.Number).Should().Equal(0);
    }

    [Fact]
    public void Attribute_TakesTheLatestOfSeveralEarlierValuesOfTheSameKindOfPeriod()
    {
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2025-11", ("team", "west")).Add("ann", "2025-12", ("team", "north")).Add("ann", "2026-03", ("sales", 1))
            .Add("ann", "2026", ("team", "south")).Add("ann", "FY2026", ("team", "south"))
            .Add("ann", "2026-Q1", ("team", "south")).Add("ann", "2026-04", ("team", "south")));
        Store.Evaluate(facts, March)["ann"]["of_north"].Number.Should().Be(1);
    }

    [Fact]
    public void Attribute_OfTheWrongTypeLeavesTheEarlierValue()
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-02", ("team", "north")).Add("ann", "2026-03", ("team", 7)));
        var evaluation = Store.Evaluate(facts, March);
        evaluation["ann"]["of_north"].Number.Should().Be(1);
        evaluation.Issues.Should().ContainSingle().Which.Code.Should().Be("KPI6002");
    }

    [Fact]
    public void Default_StandsInForAMissingFactOfAnyType()
    {
        var policy = Read("""
            "measures": { "m": { "default": 7 } },
            "attributes": { "t": { "type": "text", "default": "x" }, "n": { "type": "number", "default": 2 }, "b": { "type": "boolean", "default": true }, "d": { "type": "date", "default": "2026-03-01" } },
            "kpis": { "k": { "formula": "if(t = 'x' and b, m * n + daysBetween(d, #2026-03-02#), 0)" } }
            """);
        policy.Evaluate(new Subject("s"), March)["k"].Number.Should().Be(15);
        policy.Evaluate(new Subject("s") { ["t"] = "y" }, March)["k"].Number.Should().Be(0);
    }

    [Fact]
    public void AnAttainmentOfItsOwn_IsScoredTimesAHundred()
    {
        var policy = Read("""  "measures": { "a": {} }, "kpis": { "k": { "formula": "a", "attainment": "a / 4" }, "l": { "formula": "a", "score": "50" } }  """);
        var kpi = policy.Evaluate(new Subject("s") { ["a"] = 3 }, March).Kpis["k"];
        (kpi.Attainment, kpi.Score, kpi.Status).Should().Be((0.75m, 75m, KpiStatus.Red));
        policy.Evaluate(new Subject("s"), March)["l.score"].IsAvailable.Should().BeFalse("no value, no score");
    }

    [Fact]
    public void OrderOfRowsAndFacts_ChangesNothing()
    {
        var random = new Random(20260303);
        var rows = Enumerable.Range(0, 200)
            .SelectMany(i => Facts(random, $"s{i:000}").Select(fact => (Subject: $"s{i:000}", fact.Key, fact.Value))).ToList();
        var sorted = Store.Evaluate(Build(rows), March);
        var shuffled = Store.Evaluate(Build(rows.OrderBy(_ => random.Next()).ToList()), March);
        foreach (var result in Store.Results)
            shuffled.Column(result.Name).Select(value => value.ToString())
                .Should().Equal(sorted.Column(result.Name).Select(value => value.ToString()));
    }

    [Fact]
    public void ManySubjects_GiveWhatEachGivesAlone()
    {
        var random = new Random(20260304);
        var subjects = Enumerable.Range(0, 1000).ToDictionary(i => $"s{i:0000}", i => Facts(random, $"s{i:0000}"));
        var together = Store.Evaluate(Dataset.Build(builder =>
        {
            foreach (var subject in subjects)
                builder.Add(subject.Key, March, subject.Value);
        }), March);
        foreach (var subject in subjects)
        {
            var alone = new Subject(subject.Key);
            foreach (var fact in subject.Value)
                alone[fact.Key] = fact.Value;
            var evaluation = Store.Evaluate(alone, March);
            foreach (var result in Store.Results)
            {
                together[subject.Key][result.Name].Value.Should().Be(evaluation[result.Name].Value);
                together[subject.Key][result.Name].Cause?.Explain("en").Should().Be(evaluation[result.Name].Cause?.Explain("en"));
            }
        }
    }

    [Fact]
    public void APolicy_IsSharedByThreads()
    {
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var margin = Store.Evaluate(new Subject("s") { ["sales"] = i + 1, ["cost"] = 1 }, March).Kpis["margin"].Value;
            if (margin != i / (decimal)(i + 1))
                throw new InvalidOperationException($"{i}: {margin}");
        });
    }

    [Fact]
    public void ADouble_IsTakenByItsShortestText()
    {
        FactValue tenth = 0.1, notANumber = double.NaN, infinite = double.PositiveInfinity, huge = 1e300;
        tenth.Number.Should().Be(0.1m);
        FactValue tiny = 0.1 + 0.2 - 0.3, single = 1.1f, nothing = (double?)null, maybe = (bool?)true;
        tiny.Number.Should().Be(0.0000000000000000555111512313m, "decimals beyond the 28th are rounded");
        (single.Number, nothing.Kind, maybe.Boolean).Should().Be((1.1m, null, true));
#if !NETSTANDARD_BUILD
        ((FactValue)new DateOnly(2026, 3, 1)).Date.Should().Be(new DateTime(2026, 3, 1));
#endif
        new[] { notANumber, infinite, huge }.Should().AllSatisfy(value => value.Kind.Should().BeNull());
    }

    [Fact]
    public void NumbersOfEveryType_AreFacts()
    {
        FactValue[] sevens =
        [
            (byte)7, (sbyte)7, (short)7, 7, 7u, 7L, 7UL, 7f, 7d, 7m, (byte?)7, (sbyte?)7, (short?)7, (int?)7, (uint?)7, (long?)7, (ulong?)7,
            (float?)7, (double?)7, (decimal?)7
        ];
        sevens.Should().AllSatisfy(value => value.Number.Should().Be(7));
        FactValue[] nothing =
        [
            (byte?)null, (sbyte?)null, (short?)null, (int?)null, (uint?)null, (long?)null, (ulong?)null, (float?)null, (double?)null,
            (decimal?)null, (bool?)null, (DateTime?)null, (string?)null
        ];
        nothing.Should().OnlyContain(value => value == default);
#if !NETSTANDARD_BUILD
        ((FactValue)(DateOnly?)new DateOnly(2026, 3, 1)).Date.Should().Be(new DateTime(2026, 3, 1));
        ((FactValue)(DateOnly?)null).Kind.Should().BeNull();
#endif
    }

    [Fact]
    public void Results_AreStampedWithTheRuleset()
    {
        var evaluation = Store.Evaluate(new Subject("s"), March).Evaluation;
        (evaluation.RulesetId, evaluation.RulesetVersion, evaluation.ContentHash).Should().Be((Store.Id, Store.Version, Store.ContentHash));
        Read(""" "kpis": {}, "measures": { "a": { "min": 1.0, "max": 2 } } """).ContentHash
            .Should().Be(Read(""" /* the same */ "measures" : { "a": { "max": 2.0, "min": 1 } }, "kpis": {} """).ContentHash)
            .And.NotBe(Store.ContentHash);
    }

    [Fact]
    public void AskingForWhatIsNotThere_SaysWhatThereIs()
    {
        var ann = Store.Evaluate(new Subject("ann"), March);
        FluentActions.Invoking(() => ann.Kpis["absent"]).Should().Throw<KeyNotFoundException>()
            .WithMessage("*'absent'; there are: margin, goal*");
        FluentActions.Invoking(() => ann.Evaluation["bob"]).Should().Throw<KeyNotFoundException>()
            .WithMessage("*'bob' has no facts in 2026-03.");
        ann.TryGet("goal.appliesTo", out _).Should().BeFalse("it is no result of its own");
    }

    [Fact]
    public void AskingWithATypo_SaysWhatIsClose()
    {
        var ann = Store.Evaluate(new Subject("ann"), March);
        FluentActions.Invoking(() => ann.Kpis["marign"]).Should().Throw<KeyNotFoundException>()
            .WithMessage("There is no KPI 'marign'; did you mean 'margin'?");
        FluentActions.Invoking(() => ann["Goal.Atainment"]).Should().Throw<KeyNotFoundException>()
            .WithMessage("*; did you mean 'goal.attainment'?");
        FluentActions.Invoking(() => ann.Explain("on_tpo")).Should().Throw<KeyNotFoundException>().WithMessage("*; did you mean 'on_top'?");
        FluentActions.Invoking(() => ann.Evaluation.Column("on_tpo")).Should().Throw<KeyNotFoundException>()
            .WithMessage("*; did you mean 'on_top'?");
        FluentActions.Invoking(() => ann.Evaluation["anne"]).Should().Throw<KeyNotFoundException>()
            .WithMessage("Subject 'anne' has no facts in 2026-03; did you mean 'ann'?");
    }

    [Fact]
    public void APeriod_IsWalkedSubjectBySubject()
    {
        var evaluation = Store.Evaluate(Build([("bob", "sales", 2), ("ann", "sales", 1)]), March);
        evaluation.Count.Should().Be(2);
        evaluation.Select(subject => subject.Subject).Should().Equal(evaluation.Subjects).And.Equal("ann", "bob");
        foreach (var subject in evaluation)
            subject["of_north"].Cause!.Name.Should().Be(evaluation[subject.Subject]["of_north"].Cause!.Name);
    }

    private static List<KeyValuePair<string, FactValue>> Facts(Random random, string id)
    {
        var facts = new List<KeyValuePair<string, FactValue>>();
        foreach (var measure in (string[])["sales", "cost", "visits", "goal.target"])
        {
            if (random.Next(4) > 0)
                facts.Add(new(measure, random.Next(-2, 5)));
        }

        if (random.Next(3) > 0)
            facts.Add(new("level", random.Next(2) == 0 ? "rep" : "manager"));
        if (random.Next(3) > 0)
            facts.Add(new("team", id.GetHashCode() % 2 == 0 ? "north" : "south"));
        return facts;
    }

    private static Dataset Build(List<(string Subject, string Key, FactValue Value)> rows) => Dataset.Build(builder =>
    {
        foreach (var (subject, key, value) in rows)
            builder.Add(subject, March, [new(key, value)]);
    });

    private static Policy Read(string sections) => Policy.Read($$"""{ "id": "x", "version": "1", {{sections}} }""").Policy!;
}
