using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Newtonsoft.Json;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation;

/// <summary>The functions of a control chart on short series, the latest value last, "-" for a month without facts.</summary>
public sealed class ControlTests
{
    [Theory]
    [InlineData("zscore(x, 3)", "1 2 3 5", "3")]
    [InlineData("zscore(x, 3)", "1 2 3 -0.5", "-2.5")]
    [InlineData("zscore(x, 3)", "1 2 3 2", "0")]
    [InlineData("zscore(x, 2)", "1 3 5", "2.12132034355964257320253")] // 3 / √2
    [InlineData("zscore(x, 8)", "2 4 4 4 5 5 7 9 6", "0.467707173346742673197969")] // 1 / √(32 / 7)
    [InlineData("zscore(x, two)", "9 1 3 5", "2.12132034355964257320253")]
    [InlineData("zscore(x * 2 + 1, 3)", "1 2 3 5", "3")]
    [InlineData("zscore(x, 3)", "0.000000001 0.000000002 0.000000003 0.000000005", "3")]
    [InlineData("zscore(x, 3)", "1000000000000000 1000000000000001 1000000000000002 1000000000000004", "3")] // 10^15
    [InlineData("zscore(x, 3)", "-79000000000000000000000000000 0 79000000000000000000000000000 79000000000000000000000000000", "1")]
    [InlineData("zscore(x, 3)", "1.0000000000000000000000000001 1 1 79000000000000000000000000000", "n/a Overflow")]
    [InlineData("zscore(x, 3)", "2 2 2 5", "n/a NoSpread")]
    [InlineData("zscore(x, 3)", "2 2.0 2.00 2", "n/a NoSpread")]
    [InlineData("zscore(x, 3)", "1 2 5", "n/a NoFacts")]
    [InlineData("zscore(x, 3)", "1 - 3 5", "n/a NoFacts")]
    [InlineData("zscore(x, 3)", "1 2 3 ?", "n/a MissingFact")]
    [InlineData("zscore(x, 3)", "1 ? 3 5", "n/a MissingFact")]
    [InlineData("zscore(x, 3)", "9 ? 1 2 3 5", "3")]
    [InlineData("previous(zscore(x, 3))", "1 2 3 5 9", "3")]
    [InlineData("averageOf(zscore(x, 3), 2)", "1 2 3 2 4.5", "1.876388374866283734654735")] // 13 √3 / 12
    public void ZScore_IsTheDistanceFromTheMeanInDeviations(string formula, string series, string expected) =>
        Value(formula, series).Should().Be(expected);

    [Theory]
    [InlineData("beyond(x, 3, 3)", "1 2 3 5", "no")] // on the limit
    [InlineData("beyond(x, 3, 3)", "1 2 3 5.0000000000000000000000000001", "yes")]
    [InlineData("beyond(x, 3, 3)", "1 2 3 -1", "no")]
    [InlineData("beyond(x, 3, 3)", "1 2 3 -1.0000000000000000000000000001", "yes")]
    [InlineData("beyond(x, 3, 2.5)", "1 2 3 4.5", "no")]
    [InlineData("beyond(x, 3, 2.4999999999999999999999999999)", "1 2 3 4.5", "yes")]
    [InlineData("beyond(x, 3, two)", "1 2 3 4.1", "yes")]
    [InlineData("beyond(x, 3, limit)", "1 2 3 4.1", "no")]
    [InlineData("beyond(x, 3, previous(limit))", "1 2 3 4.1", "no")]
    [InlineData("beyond(x, 3, 0)", "1 2 3 2", "no")]
    [InlineData("beyond(x, 3, 0)", "1 2 3 2.1", "yes")]
    [InlineData("beyond(x, 3, -1)", "1 2 3 9", "n/a OutOfDomain")]
    [InlineData("beyond(x, 3, -1)", "2 2 2 2", "n/a OutOfDomain")]
    [InlineData("beyond(x, 3, limit / 0)", "1 2 3 9", "n/a DivisionByZero")]
    [InlineData("beyond(x, 3, 3)", "2 2 2 2.0", "no")]
    [InlineData("beyond(x, 3, 3)", "2 2 2 2.1", "yes")]
    [InlineData("beyond(x, 3, 79000000000000000000000000000)", "1 1 1 1.1", "yes")]
    [InlineData("beyond(x, 3, 3)", "1 1 2 3.0653841409022106", "no")] // the mean is a third: 4/3 ± √3
    [InlineData("beyond(x, 3, 3)", "1 1 2 3.0653841409022107", "yes")]
    [InlineData("beyond(x, 3, 3)", "1000000000000000 1000000000000001 1000000000000002 1000000000000004", "no")]
    [InlineData("beyond(x, 3, 3)", "1000000000000000 1000000000000001 1000000000000002 1000000000000004.01", "yes")]
    [InlineData("beyond(x, 3, 1)", "-79000000000000000000000000000 0 79000000000000000000000000000 79000000000000000000000000000", "no")]
    [InlineData("beyond(x, 3, 0.9)", "-79000000000000000000000000000 0 79000000000000000000000000000 79000000000000000000000000000", "yes")]
    [InlineData("beyond(x, 3, 3)", "1 - 3 5", "n/a NoFacts")]
    [InlineData("beyond(x, 3, 3)", "1 ? 3 5", "n/a MissingFact")]
    [InlineData("previous(beyond(x, 3, 2))", "1 2 3 5 2", "yes")]
    [InlineData("beyond(x, 3, 2) and not previous(beyond(x, 3, 2))", "9 1 2 3 5", "yes")]
    [InlineData("available(beyond(x, 3, 2)) and x > 1", "3 5", "no")]
    public void Beyond_HoldsOutsideOfTheLimits(string formula, string series, string expected) =>
        Holds(formula, series).Should().Be(expected);

    [Theory]
    [InlineData("sameSide(x, 2)", "1 3 4 5", "yes")]
    [InlineData("sameSide(x, 2)", "1 3 1 0", "yes")]
    [InlineData("sameSide(x, 2)", "1 3 1 3", "no")]
    [InlineData("sameSide(x, 2)", "1 3 2 3", "no")] // on the mean
    [InlineData("sameSide(x, 2)", "1 3 3 2", "no")]
    [InlineData("sameSide(x, 1)", "1 2", "yes")]
    [InlineData("sameSide(x, 1)", "2 2", "no")]
    [InlineData("sameSide(x, 3)", "1 1 2 1.3333333333333333333333333333 1.3 1", "yes")] // a third is not on the mean
    [InlineData("sameSide(x, 3)", "1 1 2 1.3333333333333333333333333334 1.4 9", "yes")]
    [InlineData("sameSide(x, 2)", "79000000000000000000000000000 79000000000000000000000000000 -79000000000000000000000000000 -1", "yes")]
    [InlineData("sameSide(x, 2)", "3 4 5", "n/a NoFacts")]
    [InlineData("sameSide(x, 2)", "1 3 ? 5", "n/a MissingFact")]
    [InlineData("sameSide(x, two)", "1 3 4 5", "yes")]
    [InlineData("sameSide(x, 9)", "1 2 3 4 5 6 7 8 9 6 6 6 6 6 6 6 6 6", "yes")] // Nelson's test 2
    [InlineData("monotone(x, 3)", "1 2 3", "yes")]
    [InlineData("monotone(x, 3)", "3 2 1", "yes")]
    [InlineData("monotone(x, 3)", "1 2 2", "no")]
    [InlineData("monotone(x, 3)", "2 2 3", "no")]
    [InlineData("monotone(x, 3)", "1 3 2", "no")]
    [InlineData("monotone(x, 2)", "2 2", "no")]
    [InlineData("monotone(x, 2)", "2 1", "yes")]
    [InlineData("monotone(x, 3)", "- 2 3", "n/a NoFacts")]
    [InlineData("monotone(x, 3)", "1 ? 3", "n/a MissingFact")]
    [InlineData("monotone(x, 6)", "9 1 2 3 4 5 6", "yes")] // Nelson's test 3: five steps
    [InlineData("rising(x, 5)", "9 1 2 3 4 5 6", "yes")]
    [InlineData("rising(x, 6)", "9 1 2 3 4 5 6", "no")]
    [InlineData("previous(monotone(x, 3))", "1 2 3 3", "yes")]
    public void Runs_LookAtTheLastValues(string formula, string series, string expected) => Holds(formula, series).Should().Be(expected);

    [Fact]
    public void TheLongestSeries_IsLookedAtWhole()
    {
        var series = Enumerable.Range(0, 732).Select(day => (decimal)(day % 2 + day / 366 * 2)).ToArray();
        var policy = Policy("""
            "settings": { "period": "day" }, "measures": { "x": {} }, "kpis": {
              "z": { "formula": "zscore(x, 366)" }, "beyond": { "formula": "if(beyond(x, 366, 4.9), 1, 0)" },
              "side": { "formula": "if(sameSide(x, 366), 1, 0)" }, "way": { "formula": "if(monotone(x, 366), 1, 0)" } }
            """);
        var facts = Dataset.Build(builder =>
        {
            for (var day = 0; day < series.Length; day++)
                builder.Add("s", Period.Parse("2024-01-01").Add(day).ToString(), ("x", series[day]));
        });
        var last = policy.Evaluate(facts, Period.Parse("2024-01-01").Add(731))["s"];
        (last["z"].Number > 0, last["side"].Number, last["way"].Number, last["beyond"].Number).Should().Be((true, 1, 0, 0));
    }

    /// <summary>Who counts, and the place among others, may be said by them.</summary>
    [Fact]
    public void OtherSubjects_MayBeChosenAndRankedByThem()
    {
        var policy = Policy("""
            "measures": { "x": {} }, "kpis": {
              "usual": { "formula": "everyone(x, not beyond(x, 3, 2))" }, "place": { "formula": "rank(everyone, zscore(x, 3))" } },
            "attributes": { "everyone": { "type": "text" } }
            """);
        var facts = Dataset.Build(builder =>
        {
            foreach (var (who, values) in new[] { ("a", "1 2 3 5"), ("b", "1 2 3 3"), ("c", "1 2 3 4") })
            {
                foreach (var (value, month) in values.Split(' ').Select((value, month) => (value, month)))
                    builder.Add(
                        who, Month(month).ToString(), ("x", decimal.Parse(value, CultureInfo.InvariantCulture)), ("everyone", "all"));
            }
        });
        var last = policy.Evaluate(facts, Month(3));
        last["a"]["usual"].Number.Should().Be(7);
        last.Subjects.Select(who => last[who]["place"].Number).Should().Equal(1, 3, 2);
    }

    [Theory]
    [InlineData(
        "zscore(x, 3)",
        "2 2 2 5",
        "the values that zscore(x, 3) looks back on are all alike, so there is no standard deviation to measure by",
        "zscore(x, 3) 所参照的各期间的值全都相同，没有标准差可作尺度")]
    [InlineData("zscore(x, 2)", "2 ? - 5", "there are no facts for 2025-03", "2025-03 没有任何数据")]
    [InlineData("zscore(x, 2)", "2 - ? 5", "'x' is missing (2025-03)", "缺少“x”（2025-03）")]
    [InlineData(
        "previous(zscore(x, 2))",
        "2 2 5 5",
        "the values that zscore(x, 2) looks back on are all alike, so there is no standard deviation to measure by (2025-03)",
        "zscore(x, 2) 所参照的各期间的值全都相同，没有标准差可作尺度（2025-03）")]
    [InlineData("if(beyond(x, 2, two - 3), 1, 0)", "1 2 3 5", "beyond(x, 2, two - 3) has no value", "beyond(x, 2, two - 3) 没有值")]
    public void Cause_SaysWhatIsWanting(string formula, string series, string english, string chinese)
    {
        var cause = Result(formula, series).Cause!;
        (cause.Explain("en"), cause.Explain("zh")).Should().Be((english, chinese));
    }

    [Fact]
    public void Explanation_ShowsMeanDeviationAndLimits()
    {
        var (evaluation, _) = Evaluated("if(beyond(x, 3, two) and not previous(beyond(x, 3, 4)), zscore(x, 3), 0)", "9 1 2 3 5");
        evaluation.Explain("k").ToString("en").Should().Be("""
            k = 3
              if(beyond(x, 3, two) and not previous(beyond(x, 3, 4)), zscore(x, 3), 0) = 3   [x = 5, x (2025-04) = 3, x (2025-03) = 2, x (2025-02) = 1, two = 2, x (2025-01) = 9]
                beyond(x, 3, two): mean 2, standard deviation 1 of the 3 periods before; limits 0 and 4
                beyond(x, 3, 4) (2025-04): mean 4, standard deviation 4.358898… of the 3 periods before; limits -13.435595… and 21.435595…
                zscore(x, 3): mean 2, standard deviation 1 of the 3 periods before

            """.Replace("\r\n", "\n"));
        evaluation.Explain("k").ToString("zh").Should().Contain("\n    beyond(x, 3, two)：之前 3 个期间的平均值 2，标准差 1；界限 0 和 4\n")
            .And.Contain("\n    zscore(x, 3)：之前 3 个期间的平均值 2，标准差 1\n");
    }

    [Fact]
    public void Explanation_OfARun_ShowsItsValuesAndTheMeanBefore()
    {
        var (evaluation, _) = Evaluated(
            "if(sameSide(x / 2, 2), 1, 0) + if(available(zscore(x, 2)), 1, 0) + if(monotone(x, 3), 1, 0)", "1 3 2 2");
        evaluation.Explain("k").ToString("en").Should().StartWith("""
            k = 1
              if(sameSide(x / 2, 2), 1, 0) + if(available(zscore(x, 2)), 1, 0) + if(monotone(x, 3), 1, 0) = 1   [x / 2 = 1, x / 2 (2025-03) = 1, x / 2 (2025-02) = 1.5, x / 2 (2025-01) = 0.5, x = 2, x (2025-03) = 2, x (2025-02) = 3]
                sameSide(x / 2, 2): mean 1 of the 2 periods before
                zscore(x, 2): mean 2.5, standard deviation 0.707106… of the 2 periods before

            """.Replace("\r\n", "\n"));
    }

    [Fact]
    public void AWarning_MayBeAPattern()
    {
        var policy = Policy("""
            "measures": { "x": {} }, "warnings": { "odd": { "when": { "warning": "beyond(x, 3, 2)", "critical": "beyond(x, 3, 2) and monotone(x, 4)" }, "for": 2 } }
            """);
        var facts = Dataset.Build(builder =>
        {
            foreach (var (value, month) in new[] { 1, 2, 3, 9, 30, 90, 5 }.Select((value, month) => (value, month)))
                builder.Add("s", Month(month).ToString(), ("x", value));
        });
        Enumerable.Range(3, 4).Select(month => policy.Evaluate(facts, Month(month))["s"]["odd"].ToString())
            .Should().Equal("notAvailable", "firing", "firing", "ok");
        policy.Evaluate(facts, Month(5))["s"].Explain("odd").ToString("en").Should().Contain("""
              warning if: beyond(x, 3, 2) = yes   [x = 90, x (2025-05) = 30, x (2025-04) = 9, x (2025-03) = 3]
                beyond(x, 3, 2): mean 14, standard deviation 14.177446… of the 3 periods before; limits -14.354893… and 42.354893…

            """.Replace("\r\n", "\n"));
    }

    private static string Value(string formula, string series)
    {
        var value = Result(formula, series);
        return value.Cause is { } cause ? "n/a " + cause.Root.Kind : value.Number!.Value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Holds(string condition, string series) => Value($"if({condition}, 1, 0)", series) switch
    {
        "1" => "yes",
        "0" => "no",
        var other => other,
    };

    private static CellValue Result(string formula, string series) => Evaluated(formula, series).Value;

    private static (SubjectEvaluation Evaluation, CellValue Value) Evaluated(string formula, string series)
    {
        var policy = Policy($$"""
            "parameters": { "two": 2 }, "measures": { "x": {}, "limit": {} }, "kpis": { "k": { "formula": {{JsonConvert.ToString(formula)}} } }
            """);
        var values = series.Split(' ');
        var facts = Dataset.Build(builder =>
        {
            for (var month = 0; month < values.Length; month++)
            {
                if (values[month] == "?")
                    builder.Add("s", Month(month).ToString(), ("limit", 3));
                else if (values[month] != "-")
                    builder.Add(
                        "s", Month(month).ToString(), ("x", decimal.Parse(values[month], CultureInfo.InvariantCulture)), ("limit", 3));
            }
        });
        var evaluation = policy.Evaluate(facts, Month(values.Length - 1))["s"];
        return (evaluation, evaluation["k"]);
    }
}
