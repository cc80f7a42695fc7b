// Reads the files of the retail store example: as a host would, and as plain rows for what the library is held against.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Tests.Support;

namespace KpiRules.Tests.RetailStore;

internal static class RetailStoreFile
{
    public const int Year = 2026;

    public static readonly Lazy<Policy> Ruleset = new(() => Policy.Load(RulesetPath));
    public static readonly Lazy<Dataset> Data = new(() => ReadDataset(Ruleset.Value));
    public static readonly Lazy<Dictionary<(string Subject, int Month), Row>> Rows = new(ReadRows);

    public static string RulesetPath => Repository.PathOf("rulesets", "retail-store", "ruleset.json");

    private static string FactsPath => Repository.PathOf("rulesets", "retail-store", "facts.csv");

    /// <summary>From the person's first month on; a month without a row, or without the figure, leaves nothing to say.</summary>
    public static decimal? YearToDate(Row row, Func<Row, decimal?> measure)
    {
        var first = Rows.Value.Keys.Where(key => key.Subject == row.Subject).Min(key => key.Month);
        return Enumerable.Range(first, row.Month - first + 1).Aggregate((decimal?)0m, (sum, month) =>
            sum + (Rows.Value.TryGetValue((row.Subject, month), out var other) ? measure(other) : null));
    }

    /// <summary>As last given.</summary>
    public static bool IsRegular(Row row) => Enumerable.Range(0, row.Month)
        .Select(back => Rows.Value.GetValueOrDefault((row.Subject, row.Month - back))?.Level ?? "")
        .First(level => level.Length > 0) == "正式";

    /// <summary>As a host would: whatever reads the file, its rows go through the library's reader.</summary>
    private static Dataset ReadDataset(Policy policy) => Dataset.Build(builder =>
    {
        var (header, rows) = ReadCsv();
        var reader = new WideFactReader(builder, policy.Facts, "facts.csv", header);
        for (var i = 0; i < rows.Count; i++)
            reader.Read(i + 2, rows[i]);
    });

    private static Dictionary<(string Subject, int Month), Row> ReadRows()
    {
        var (header, rows) = ReadCsv();
        header.Should().Equal("subject", "period", "门店", "岗位", "manager", "等级", "销售额", "成本", "应收", "回款", "客流", "成交", "件数", "退货额", "投诉", "回访", "销售额达成.target", "见习保底.opening");
        return rows
            .Select(row => new Row(
                row[0], int.Parse(row[1][5..], CultureInfo.InvariantCulture), row[2], row[3], row[4], row[5],
                Number(row[6])!.Value, Number(row[7]), Number(row[8]), Number(row[9])!.Value, Number(row[10]), Number(row[11])!.Value,
                Number(row[12])!.Value, Number(row[13])!.Value, Number(row[14])!.Value, Number(row[15])!.Value, Number(row[16]), Number(row[17])))
            .ToDictionary(row => (row.Subject, row.Month));
    }

    private static (string[] Header, List<string[]> Rows) ReadCsv()
    {
        var lines = File.ReadAllLines(FactsPath);
        lines.Should().NotContain(line => line.Contains('"'), "a comma always separates in this file");
        return (lines[0].Split(','), lines.Skip(1).Select(line => line.Split(',')).ToList());
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

internal sealed record Row(
    string Subject, int Month, string Store, string Job, string Manager, string Level, decimal Sales, decimal? Cost, decimal? Due, decimal Collected,
    decimal? Visitors, decimal Orders, decimal Pieces, decimal Returns, decimal Complaints, decimal Calls, decimal? Target, decimal? Opening);
