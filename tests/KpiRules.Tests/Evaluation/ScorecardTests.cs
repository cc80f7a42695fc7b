using System.Globalization;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;

namespace KpiRules.Tests.Evaluation;

public sealed class ScorecardTests
{
    /// <summary>
    /// Scores are the facts themselves; null leaves one out. Within finance 30 : 10, customer alone, process only for managers.
    /// </summary>
    [Theory]
    [InlineData("notAvailable", "manager", 80, 60, 90, 70, "78.5", "75", "B")]
    [InlineData("notAvailable", "rep", 80, 60, 90, 70, "80.625", "75", "B")]
    [InlineData("notAvailable", "manager", 80, null, 90, 70, null, null, null)]
    [InlineData("exclude", "manager", 80, null, 90, 70, "81", "80", "B")]
    [InlineData("exclude", "manager", null, null, 90, 70, "82", null, "B")]
    [InlineData("exclude", "rep", null, null, null, null, null, null, null)]
    [InlineData("zero", "manager", 80, null, 90, 70, "71", "60", "C")]
    [InlineData("zero", "rep", null, null, null, null, "0", "0", null)]
    [InlineData("exclude", null, 80, 60, 90, 70, "80.625", "75", "B")]
    [InlineData("notAvailable", null, 80, 60, 90, 70, null, "75", null)]
    public void Card_IsTheWeightedMeanOfWhatCounts(
        string missing, string? level, int? a, int? b, int? c, int? d, string? card, string? finance, string? grade)
    {
        var scorecard = Evaluate(missing, level, a, b, c, d).Scorecard!;
        scorecard.Score.Should().Be(Number(card));
        scorecard.Perspective("finance").Should().Be(Number(finance));
        scorecard.Grade.Should().Be(grade);
    }

    [Fact]
    public void Cause_NamesTheKpiWithoutAScore() => Evaluate("notAvailable", "rep", 80, null, 90, 70).Scorecard!.Cause!.Explain("en")
        .Should().Be("'b.score' is not available: 'b' is not available: 'fb' is missing");

    [Fact]
    public void Cause_SaysThatNothingCounts() => Evaluate("exclude", "rep", null, null, null, null)["scorecard.grade"].Cause!.Explain("en")
        .Should().Be("no KPI of 'scorecard' has a score");

    [Fact]
    public void WithoutASection_ThereIsNoCard() =>
        Policy.Read("""{ "id": "x", "version": "1", "kpis": {} }""").Policy!.Evaluate(new Subject("s"), Period.Parse("2026"))
            .Scorecard.Should().BeNull();

    private static decimal? Number(string? written) => written is null ? null : decimal.Parse(written, CultureInfo.InvariantCulture);

    private static SubjectEvaluation Evaluate(string missing, string? level, int? a, int? b, int? c, int? d)
    {
        var policy = Policy.Read($$"""
            { "id": "x", "version": "1",
              "measures": { "fa": {}, "fb": {}, "fc": {}, "fd": {} }, "attributes": { "level": { "type": "text" } }, "parameters": { "b_from": 75 },
              "kpis": {
                "a": { "formula": "fa", "score": "a", "weight": 30, "perspective": "finance" },
                "b": { "formula": "fb", "score": "b", "weight": "10 + 0 * default(fb, 0)", "perspective": "finance" },
                "c": { "formula": "fc", "score": "c", "weight": 1, "perspective": "customer" },
                "d": { "formula": "fd", "score": "d", "weight": 7, "perspective": "process", "appliesTo": "level = 'manager'" }
              },
              "scorecard": {
                "perspectives": { "finance": 50, "customer": "30", "process": 20 }, "missing": "{{missing}}",
                "grades": [ { "grade": "C", "from": 60 }, { "grade": "A", "from": 90 }, { "grade": "B", "from": "b_from" } ]
              } }
            """).Policy!;
        var subject = new Subject("s") { ["level"] = level };
        foreach (var (name, value) in new[] { ("fa", a), ("fb", b), ("fc", c), ("fd", d) })
            subject[name] = value is { } given ? given : default(FactValue);
        return policy.Evaluate(subject, Period.Parse("2026-03"));
    }
}
