using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Cli.Tests.Csv;

/// <summary>
/// Every data line of any CSV file is evaluated or named in an issue, and a line that is a row by itself is evaluated, whatever
/// stands around it. <c>KPIRULES_FUZZ=100000</c> tries as many files.
/// </summary>
public sealed class CsvPropertyTests
{
    private const string File = "file.csv";

    private static readonly int Files =
        int.TryParse(Environment.GetEnvironmentVariable("KPIRULES_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : 10_000;

    private static readonly Policy Policy = Policy.Read("""
        { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" } }, "attributes": { "level": { "type": "text" } },
          "records": { "deals": { "fields": { "amount": { "unit": "money" }, "product": { "type": "text" } } } },
          "kpis": { "sold": { "formula": "sales" }, "closed": { "formula": "count(deals)" } } }
        """).Policy!;

    [Fact]
    public void RowsOfFacts_AreEvaluatedOrNamed() => HoldsFor(
        0,
        ["subject", "period", "sales", "level", "note"],
        (builder, text) => FactCsv.Read(builder, Policy, File, text, needsPeriod: true, "en"),
        (row, number) => Policy.PeriodOf(row["period"]) is { } period
            ? new DataLine(number, row["subject"], period, row.GetValueOrDefault("sales") ?? "")
            : null,
        LostFacts);

    [Fact]
    public void RowsOfSubjects_AreEvaluatedOrNamed() => HoldsFor(
        1,
        ["subject", "level"],
        (builder, text) => FactCsv.Read(builder, Policy, File, text, needsPeriod: false, "en"),
        (row, number) => new DataLine(number, row["subject"], default, ""),
        (facts, lines) => lines.Where(line => !facts.Subjects.Contains(line.Subject)));

    [Fact]
    public void RowsOfRecords_AreEvaluatedOrNamed() => HoldsFor(
        2,
        ["note", "date", "amount", "subject"],
        (builder, text) => FactCsv.ReadRecords(builder, Policy, "deals", File, text, "en"),
        (row, number) => Policy.PeriodOf(row["date"]) is { Kind: PeriodKind.Month } period && row["date"].Length > "2026-03".Length
            ? new DataLine(number, row["subject"], period, "")
            : null,
        LostRecords);

    /// <param name="kind">Which of the three kinds of files it is: each has a third of them.</param>
    /// <param name="meaning">What a line says that is a row by itself; null where it has no period.</param>
    /// <param name="lost">Of such lines, those that were not evaluated.</param>
    private static void HoldsFor(
        int kind,
        string[] columns,
        Action<DatasetBuilder, string> read,
        Func<IReadOnlyDictionary<string, string>, int, DataLine?> meaning,
        Func<Dataset, List<DataLine>, IEnumerable<DataLine>> lost)
    {
        var whole = 0;
        for (var seed = kind; seed < Files; seed += 3)
        {
            var random = new RandomCsv(seed);
            var text = random.Write(columns);
            var oracle = new CsvOracle(text);
            Dataset facts;
            try
            {
                facts = Dataset.Build(builder => read(builder, text));
            }
            catch (UsageException fault)
            {
                oracle.HeaderLine.Should().NotBe(random.Header, "{0} is what is said of file {1}:\n{2}", fault.Message, seed, Shown(text));
                continue;
            }

            var named = facts.Issues.Where(issue => issue.Origin is not null).SelectMany(LinesOf).ToHashSet();
            var lines = oracle.DataLines
                .Select(line => (line.Number, Meaning: line.Row is { } row && row["subject"].Length > 0 ? meaning(row, line.Number) : null))
                .ToList();
            var good = lines.Select(line => line.Meaning).OfType<DataLine>().ToList();
            var unheard = lines.Where(line => line.Meaning is null && !named.Contains(line.Number)).Select(line => line.Number);
            unheard.Concat(lost(facts, good).Select(line => line.Number)).Should().BeEmpty(
                "all lines of file {0} must be evaluated or named, but of\n{1}\nonly this is said:\n{2}",
                seed,
                Shown(text),
                string.Join("\n", facts.Issues));
            whole += good.Count;
        }

        whole.Should().BeGreaterThan(Files / 3, "most lines of a mutated file are still good");
    }

    private static IEnumerable<DataLine> LostFacts(Dataset facts, List<DataLine> lines)
    {
        foreach (var month in lines.GroupBy(line => line.Period))
        {
            var evaluation = Policy.Evaluate(facts, month.Key);
            foreach (var line in month)
            {
                // what is blank is not given, and another line may give it
                var needsNone = line.Sales.Length == 0
                    || month.Key.Kind != PeriodKind.Month
                    || facts.Issues.Any(issue => IsOf(issue, line));
                if (!evaluation.TryGet(line.Subject, out var found) || (!needsNone && found["sold"].ToString() != Plain(line.Sales)))
                    yield return line;
            }
        }
    }

    private static bool IsOf(DataIssue issue, DataLine line) =>
        issue.Subject == line.Subject && issue.Period == line.Period && issue.Fact == "sales";

    private static IEnumerable<DataLine> LostRecords(Dataset facts, List<DataLine> lines) => lines
        .GroupBy(line => (line.Subject, line.Period))
        .Where(records => !Policy.Evaluate(facts, records.Key.Period).TryGet(records.Key.Subject, out var found)
            || found["closed"].Number < records.Count())
        .SelectMany(records => records);

    /// <summary>The number as results write it: without zeros that say nothing.</summary>
    private static string Plain(string sales) =>
        FactValue.TryParseCell(sales, decimalComma: false, out var number)
            ? number.ToString("0.############", CultureInfo.InvariantCulture)
            : throw new FormatException($"'{sales}' is no number, and nobody said so.");

    private static IEnumerable<int> LinesOf(DataIssue issue)
    {
        var first = Number(Regex.Match(issue.Origin!, @"^file\.csv:(\d+)(:\d+)?$"));
        var last = Regex.Match(issue.Message("en"), @"goes over the lines \d+ to (\d+)");
        return last.Success ? Enumerable.Range(first, Number(last) - first + 1) : [first];

        static int Number(Match match) => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private static string Shown(string text) =>
        text.Replace("\r", "\\r").Replace("\n", "\\n\n").Replace("\t", "\\t").Replace("\uFEFF", "\\uFEFF");

    /// <summary>A line that is a row by itself, and what it says.</summary>
    private sealed record DataLine(int Number, string Subject, Period Period, string Sales);
}
