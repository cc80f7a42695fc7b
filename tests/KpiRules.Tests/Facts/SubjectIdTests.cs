using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>Who stands only in records is named, and so is an id that another has but for case, width or blanks; nobody else is.</summary>
public sealed class SubjectIdTests
{
    [Fact]
    public void WhereAllHaveOnlyRecords_NobodyIsMissing() => CodesOf(Dataset.Build(d => d
        .AddRecord("ann", "2026-03", "deals", ("amount", 1)).AddRecord("bob", "2026-03", "deals", ("amount", 1)))).Should().BeEmpty();

    [Fact]
    public void ARowOfAnyPeriodOrNone_IsEnough() => CodesOf(Dataset.Build(d => d
        .Add("ann", "2026-03", ("sales", 1)).Add("bob", "2026-01").AddSubject("eve", ("level", "rep"))
        .AddRecord("ann", "2026-03", "deals", ("amount", 1)).AddRecord("bob", "2026-03", "deals", ("amount", 1))
        .AddRecord("eve", "2026-03", "deals", ("amount", 1)))).Should().BeEmpty();

    [Theory]
    [InlineData("ann", "Ann")]
    [InlineData("Ann ", "Ann")]
    [InlineData("Ａｎｎ", "Ann")]
    [InlineData("张 三", "张三")]
    [InlineData("ｶﾀｶﾅ", "カタカナ")]
    [InlineData("Ann\u200B", "Ann")]
    public void OnlyInRecords_SuggestsTheSameId(string inRecords, string known)
    {
        var facts = Dataset.Build(d => d.Add(known, "2026-03", ("sales", 1))
            .Add("Anna", "2026-03", ("sales", 1)).AddRecord(inRecords, "2026-03", "deals", ("amount", 1)));
        facts.Issues.Should().ContainSingle().Which.ToString()
            .Should().StartWith($"data issue KPI6052: {inRecords.Replace('\u200B', '·')}: ", "what is invisible is shown")
            .And.EndWith($"; did you mean '{known}'?");
    }

    /// <summary>In whatever order they come; the first in ordinal order is taken for the known one.</summary>
    [Theory]
    [InlineData("ann", "Ann", "ANN")]
    [InlineData("ANN", "ann", "Ann")]
    [InlineData("Ann", "ANN", "ann")]
    public void IdsThatAreAlike_AreReportedInOneOrder(params string[] ids)
    {
        var facts = Dataset.Build(d =>
        {
            foreach (var id in ids)
                d.Add(id, "2026-03", ("sales", 1));
        });
        facts.Issues.Select(issue => issue.ToString()).Should().Equal(
            "data issue KPI6053: Ann: the id 'Ann' differs from 'ANN' only by case, width or blanks; they count as two subjects",
            "data issue KPI6053: ann: the id 'ann' differs from 'ANN' only by case, width or blanks; they count as two subjects");
    }

    /// <summary>Of many, all are named, and of those that are the same but for case each has its suggestion.</summary>
    [Fact]
    public void Many_AreNamedWithoutASearchEach()
    {
        var facts = Dataset.Build(d =>
        {
            for (var i = 0; i < 20_000; i++)
                d.Add($"Seller{i}", "2026-03", ("sales", 1))
                    .AddRecord($"seller{i}", "2026-03", "deals", ("amount", 1)).AddRecord($"nobody{i}", "2026-03", "deals", ("amount", 1));
        });
        facts.Issues.Should().HaveCount(40_000);
        facts.Issues.Count(issue => issue.ToString().EndsWith("?")).Should().BeGreaterThanOrEqualTo(20_000);
    }

    private static string[] CodesOf(Dataset facts) => facts.Issues.Select(issue => issue.Code).ToArray();
}
