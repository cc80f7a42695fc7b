using System.Linq;
using FluentAssertions;
using KpiRules.Workflows.Exporting;
using Xunit;

namespace KpiRules.Workflows.Tests.Exporting;

/// <summary>A workflow is given once what looks at records alike, however often and however written it stands in the ruleset.</summary>
public sealed class InputSharingTests
{
    [Theory]
    [InlineData("sum(deals, amount)", "sum( deals,amount )", 1)]
    [InlineData("sum(deals, amount * 2)", "SUM(deals, ([amount] * 2.0))", 1)]
    [InlineData("sum(deals, amount)", "sum(deals, amount, amount > 0)", 2)]
    [InlineData("sum(deals, amount)", "sum(deals, -amount)", 2)]
    [InlineData("sum(deals, amount)", "max(deals, amount)", 2)]
    [InlineData("percentile(deals, amount, 0.5)", "percentile(deals, amount, 0.25)", 2)]
    public void WhatMeansTheSame_IsGivenOnce(string one, string other, int inputs)
    {
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", "records": { "deals": { "fields": { "amount": {} } } },
              "kpis": { "k": { "formula": "{{one}} + 1" }, "l": { "formula": "{{other}} + 2", "unit": "money" } } }
            """);
        read.Policy.Should().NotBeNull(string.Join("\n", read.Diagnostics));
        RulesEngineExport.Write(read.Policy!).Inputs.Count(input => input.Kind == ExportedInputKind.Records).Should().Be(inputs);
    }
}
