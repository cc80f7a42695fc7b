using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reading;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>Who is counted rather than named by a database is the same subject in JSON, be the number written as text or not.</summary>
public sealed class NumberAsIdTests
{
    private static readonly Policy Store = Policy.Read("""
        { "id": "x", "version": "1", "measures": { "sales": {} }, "kpis": { "volume": { "formula": "sales" } } }
        """).Policy!;

    [Theory]
    [InlineData("7", "7")]
    [InlineData("7.0", "7")]
    [InlineData("\"7\"", "7")]
    [InlineData("20260301001", "20260301001")]
    public void AWholeNumber_IsAnId(string written, string id)
    {
        var facts = FactsOf(written);
        facts.Issues.Should().BeEmpty();
        facts.Subjects.Should().Equal(id);
    }

    [Theory]
    [InlineData("7.5")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("\" \"")]
    public void AnythingElse_IsNone(string written) => FactsOf(written).Issues.Select(issue => issue.Code).Should().Equal("KPI6008");

    private static Dataset FactsOf(string subject) => Dataset.Build(builder =>
        JsonFactReader.Read(builder, Store, $$"""[ { "subject": {{subject}}, "period": "2026-03", "sales": 1 } ]""", "f.json")
            .Should().BeEmpty());
}
