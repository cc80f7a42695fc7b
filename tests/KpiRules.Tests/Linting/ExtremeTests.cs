using System.Linq;
using FluentAssertions;
using Xunit;

namespace KpiRules.Tests.Linting;

/// <summary>What lint must bear: numbers as large as they come, long tables, and texts that look like numbers.</summary>
public sealed class ExtremeTests
{
    private const string Greatest = "79228162514264337593543950335";

    [Fact]
    public void NumbersOfWhichNoMultipleCanBeHeld_AreLeftAlone()
    {
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", "measures": { "a": { "unit": "money" }, "b": { "unit": "money" } },
              "kpis": {
                "k": { "formula": "a / b", "unit": "percent", "target": {{Greatest}}, "weight": {{Greatest}} },
                "l": { "formula": "a", "target": 1, "weight": {{Greatest}},
                  "score": { "points": [ { "at": 0, "value": 0.0000000000000000000000000001 }, { "at": 1, "value": {{Greatest}} } ] } } } }
            """);
        read.Policy.Should().NotBeNull();
        read.Findings.Should().BeEmpty();
    }

    /// <summary>What is no character, and cannot be normalized.</summary>
    [Fact]
    public void IdsThatAreNoUnicode_AreComparedAsTheyAre()
    {
        var read = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "Sales\uFFFE": {}, "sales\uFFFE": {} },
              "kpis": { "k": { "formula": "[Sales\uFFFE] + [sales\uFFFE]" } } }
            """);
        read.Diagnostics.Concat(read.Findings)
            .Select(finding => $"{finding.Code} {finding.Path}").Should().Equal("KPI8034 measures.sales\uFFFE");
    }

    /// <summary>Item numbers are no amounts, however they are written; the rates beside them are.</summary>
    [Fact]
    public void OnlyColumnsOfNumbers_AreLookedAt()
    {
        string[] items = ["10", "11", "12", "99000"];
        var rows = string.Join(", ", items.Select((item, i) => $$"""{ "item": "{{item}}", "rate": "{{(i == 1 ? 30 : 2 + i)}}%" }"""));
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", "attributes": { "bought": { "type": "text" } },
              "tables": { "t": { "keys": [ { "name": "item" } ], "values": { "rate": {} }, "rows": [ {{rows}} ] } },
              "kpis": { "k": { "formula": "lookup(t.rate, bought)" } } }
            """);
        read.Findings.Select(finding => $"{finding.Code} {finding.Path}").Should().Equal("KPI8014 tables.t.rows[1].rate");
    }

    /// <summary>A square of these would not end.</summary>
    [Fact]
    public void AHundredThousandRows_AreLookedAt()
    {
        const int Rows = 100_000;
        var rows = string.Join(", ", Enumerable.Range(0, Rows).Select(i => $$"""{ "p": "c{{i}}", "v": {{(i == 70_000 ? 9000 : 100 + i % 50)}} }"""));
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", "attributes": { "p": { "type": "text" } },
              "tables": { "t": { "keys": [ { "name": "p" } ], "values": { "v": {} }, "rows": [ {{rows}} ] } },
              "kpis": { "k": { "formula": "lookup(t.v, p)" } } }
            """);
        read.Findings.Select(finding => $"{finding.Code} {finding.Path}").Should().Equal("KPI8014 tables.t.rows[70000].v");
    }
}
