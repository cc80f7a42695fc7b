using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.RulesEngine.Tests;

/// <summary>What is long or deep is cut into parts that RulesEngine can parse and compile.</summary>
public sealed class SizeTests
{
    public static TheoryData<string, string> Formulas => new()
    {
        { "a sum of 400", string.Join(" + ", Enumerable.Range(0, 400).Select(i => $"a * {i}")) },
        { "400 divisions", "a" + string.Concat(Enumerable.Range(0, 200).Select(_ => " / b * b")) },
        { "300 conditions", $"if({string.Join(" or ", Enumerable.Range(0, 300).Select(i => $"a = {i}"))}, 1, 0)" },
        { "90 brackets", string.Concat(Enumerable.Repeat("(a - ", 90)) + "b" + new string(')', 90) },
        { "60 choices", string.Concat(Enumerable.Range(0, 60).Select(i => $"if(a > {i}, {i}, ")) + "b" + new string(')', 60) },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void ALargeFormula_IsRun(string size, string formula) => BothGive(size, $$"""{ "formula": "{{formula}}" }""");

    [Theory]
    [InlineData("steps", "from", "value")]
    [InlineData("marginal", "from", "rate")]
    [InlineData("points", "at", "value")]
    public void AScheduleOf500Rows_IsRun(string form, string from, string value)
    {
        var rows = string.Join(", ", Enumerable.Range(0, 500)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"{{ \"{from}\": {i}, \"{value}\": {i * 7 % 13} }}")));
        BothGive(form, $$"""{ "formula": "a", "target": 1, "score": { "on": "a", "{{form}}": [ {{rows}} ] } }""");
    }

    private static void BothGive(string size, string kpi)
    {
        var policy = Policy.Read($$"""{ "id": "x", "version": "1", "measures": { "a": {}, "b": {} }, "kpis": { "k": {{kpi}} } }""").Policy!;
        var other = policy.RunBy(new RulesEngineRunner());
        foreach (var a in (decimal?[])[null, -1, 0, 3.5m, 250, 498.25m, 10_000])
        {
            var subject = new Subject("s") { ["a"] = a, ["b"] = 4 };
            var (ours, theirs) = (policy.Evaluate(subject, Period.Parse("2026-03")), other.Evaluate(subject, Period.Parse("2026-03")));
            theirs.Evaluation.Issues.Should().BeEmpty();
            foreach (var result in policy.Results)
                theirs[result.Name].Value.Should().Be(ours[result.Name].Value, "{0} of {1} with {2}", result.Name, size, a);
        }
    }
}
