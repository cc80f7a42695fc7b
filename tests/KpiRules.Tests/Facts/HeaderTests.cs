using System;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reading;
using Xunit;

namespace KpiRules.Tests.Facts;

/// <summary>A header of four times as many columns takes about four times the memory, the messages about it included.</summary>
public sealed class HeaderTests
{
    [Theory]
    [InlineData("unknown")]
    [InlineData("twice")]
    [InlineData("used")]
    public void Facts_ReadAHeaderInLinearMemory(string names) =>
        GrowsWithTheColumns(names, static (policy, header) => builder => _ = new WideFactReader(builder, policy, "facts.csv", header));

    [Theory]
    [InlineData("unknown")]
    [InlineData("twice")]
    [InlineData("used")]
    public void Records_ReadAHeaderInLinearMemory(string names) =>
        GrowsWithTheColumns(
            names, static (policy, header) => builder => _ = new RecordRowReader(builder, policy, "deals", "deals.csv", header));

    private static void GrowsWithTheColumns(string names, Func<Policy, string[], Action<DatasetBuilder>> read)
    {
        _ = Allocated(names, 100, read);
        var (few, many) = (Allocated(names, 500, read), Allocated(names, 2000, read));
        many.Should().BeLessThan(few * 5);
    }

    private static long Allocated(string names, int columns, Func<Policy, string[], Action<DatasetBuilder>> read)
    {
        var policy = Policy.Read($$"""
            { "id": "x", "version": "1", "measures": { {{Definitions("m")}} }, "records": { "deals": { "fields": { {{Definitions("f")}} } } },
              "kpis": { "k": { "formula": "m0 + sum(deals, f0)" } } }
            """).Policy!;
        string[] header = ["subject", "period", .. Enumerable.Range(0, columns).Select(i => names switch
        {
            "unknown" => "colour" + i,
            "twice" => i % 2 == 0 ? "m1" : "f1",
            _ => (i % 2 == 0 ? "m" : "f") + i,
        })];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var facts = Dataset.Build(read(policy, header));
        foreach (var issue in facts.Issues)
            _ = issue.ToString("en");
        return GC.GetAllocatedBytesForCurrentThread() - before;

        // a policy of the same size each time: what grows is the header alone
        string Definitions(string prefix) => string.Join(", ", Enumerable.Range(0, 20).Select(i => $"\"{prefix}{i}\": {{}}"));
    }
}
