using System;
using System.Linq;
using System.Threading;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.FollowingUp;
using KpiRules.Reading;
using KpiRules.Rulesets;
using Xunit;

namespace KpiRules.Tests;

/// <summary>
/// What nests or hangs together as deep as it may, or deeper, on a thread with a small stack: an overflow would end the process.
/// </summary>
public sealed class DeepInputTests
{
    private const int SmallStack = 256 * 1024;
    private static readonly Period March = Period.Parse("2026-03");
    private static readonly Policy Empty = Policy.Read("""{ "id": "x", "version": "1" }""").Policy!;

    [Theory]
    [InlineData("[", 64)]
    [InlineData("[", 65)]
    [InlineData("[", 100_000)]
    [InlineData("{\"a\":", 64)]
    [InlineData("{\"a\":", 65)]
    [InlineData("{\"a\":", 100_000)]
    public void Brackets(string open, int depth) => OnSmallStack(() =>
    {
        var close = open[0] == '[' ? "]" : "}";
        var text = string.Concat(Enumerable.Repeat(open, depth)) + "1" + string.Concat(Enumerable.Repeat(close, depth));
        Policy.Read(text).Diagnostics.Should().NotBeEmpty();
        _ = Dataset.Build(builder => JsonFactReader.Read(builder, Empty, text, "facts.json")).Issues.Count;
        FluentActions.Invoking(() => WarningFollowUp.FromJson(text)).Should().Throw<FormatException>();
    });

    [Fact]
    public void SixtyFourRulesetsOfSixtyFourLevels_ExtendEachOther() => OnSmallStack(() =>
        Policy.Read(Nested(0), "0.json", new Chain()).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("KPI2001"));

    [Theory]
    [InlineData("k{0} + 1", 5_000)]
    [InlineData("previous(k{0})", 400)]
    [InlineData("sameLastYear(previous(k{0}))", 300)]
    [InlineData("if(k{0} > 0, k{0}, 1 / 0)", 5_000)]
    public void ChainsOfKpis_AreEvaluatedAndExplained(string formula, int length) => OnSmallStack(() =>
    {
        var kpis = string.Join(
            ", ", Enumerable.Range(1, length).Reverse().Select(i => $"\"k{i}\": {{ \"formula\": \"{string.Format(formula, i - 1)}\" }}"));
        var policy = Policy.Read(
            $$"""{ "id": "x", "version": "1", "measures": { "a": {} }, "kpis": { {{kpis}}, "k0": { "formula": "a" } } }""").Policy!;
        foreach (var facts in (Dataset[])[
            Dataset.Build(builder => builder.Add("s", March, ("a", 1m))),
            Dataset.Build(builder => builder.Add("s", March))
        ])
        {
            var subject = policy.Evaluate(facts, March)["s"];
            _ = subject.Explain("k" + length).ToString();
            _ = subject["k" + length].Cause?.Explain("zh");
        }
    });

    [Fact]
    public void ACircleOfTwentyThousandKpis_IsTold() => OnSmallStack(() =>
    {
        var kpis = string.Join(", ", Enumerable.Range(0, 20_000).Select(i => $"\"k{i}\": {{ \"formula\": \"k{(i + 1) % 20_000} + k0\" }}"));
        Policy.Read($$"""{ "id": "x", "version": "1", "kpis": { {{kpis}} } }""")
            .Diagnostics.Should().OnlyContain(diagnostic => diagnostic.Code == "KPI5001");
    });

    private static void OnSmallStack(ThreadStart work)
    {
        Exception? escaped = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception exception)
                {
                    escaped = exception;
                }
            },
            SmallStack);
        thread.Start();
        thread.Join(TimeSpan.FromMinutes(5)).Should().BeTrue("it ends");
        escaped.Should().BeNull();
    }

    private static string Nested(int number)
    {
        var levels = string.Concat(Enumerable.Repeat("{ \"b\": ", 63)) + number + string.Concat(Enumerable.Repeat(" }", 63));
        return $"{{ \"id\": \"{number}\", \"version\": \"1\", {(number < 64 ? $"\"extends\": \"{number + 1}\", " : "")}\"b\": {levels} }}";
    }

    private sealed class Chain : IRulesetSource
    {
        public RulesetText? Find(string id) => new(id + ".json", Nested(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
