using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Tests.Formulas;

/// <summary>A row of standard.txt is a test: a formula, and what it gives.</summary>
public sealed class StandardFormulaTests
{
    private const string Head = """
          "measures": { "a": {}, "b": {}, "missing": {}, "退货率": {}, "odd name": {} },
          "attributes": { "level": { "type": "text" }, "other": { "type": "text" }, "hired": { "type": "date" }, "left": { "type": "date" } },
        """;

    public static TheoryData<int, string, string> Rows
    {
        get
        {
            var rows = new TheoryData<int, string, string>();
            foreach (var (line, number) in Lines().Select((line, i) => (line, i + 1))
                .Where(row => row.line.Contains(" | ") && !row.line.StartsWith('#')))
            {
                var separator = line.LastIndexOf(" | ", System.StringComparison.Ordinal);
                rows.Add(number, line[..separator], line[(separator + 3)..]);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void GivesWhatTheTableSays(int line, string formula, string expected)
    {
        var read = Policy.Read($$"""{ "id": "x", "version": "1", "settings": { {{At(line, "settings")}} }, {{Head}} "kpis": { "k": { "formula": {{JsonConvert.ToString(formula)}} } } }""");
        if (expected == "error")
        {
            read.Policy.Should().BeNull("line {0} is no formula", line);
            return;
        }

        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        var value = read.Policy!.Evaluate(
            FactsAt(line), Period.Parse(At(line, "period") is { Length: > 0 } period ? period : "2026-03")).Kpis["k"].Value;
        value.Should().Be(expected == "n/a" ? null : decimal.Parse(expected, CultureInfo.InvariantCulture), "line {0} says so", line);
    }

    private static Subject FactsAt(int line)
    {
        var subject = new Subject("s");
        foreach (var fact in At(line, "facts").Split(", ", System.StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = (fact.Split(" = ")[0].Trim('[', ']'), fact.Split(" = ")[1]);
            if (System.DateTime.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                subject[name] = date;
            else if (decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
                subject[name] = number;
            else
                subject[name] = value;
        }

        return subject;
    }

    /// <summary>What the last such line above a row says: facts, settings or period; empty where there is none.</summary>
    private static string At(int line, string kind) =>
        Lines().Take(line).LastOrDefault(row => row.StartsWith(kind + " ", System.StringComparison.Ordinal))?[(kind.Length + 1)..] ?? "";

    private static IReadOnlyList<string> Lines() =>
        File.ReadAllLines(Repository.PathOf("tests", "KpiRules.Tests", "Formulas", "standard.txt"));
}
