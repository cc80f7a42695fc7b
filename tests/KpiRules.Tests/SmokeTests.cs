using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Ratio_IsExact()
    {
        var policy = Policy.Read("""{ "id": "x", "version": "1", "measures": { "a": {}, "b": {} }, "kpis": { "r": { "formula": "a / b" } } }""").Policy!;
        policy.Evaluate(new Subject("s") { ["a"] = 1, ["b"] = 4 }, Period.Parse("2026-01")).Kpis["r"].Value.Should().Be(0.25m);
    }
}
