// Reads the files of the retail store example: as a host would, and as plain rows for what the library is held against.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Tests.Support;
using static KpiRules.Tests.Support.PlainCsv;

namespace KpiRules.Tests.RetailStore;

internal static class RetailStoreFile
{
    public const int Year = 2026;

    public static readonly Lazy<Policy> Ruleset = new(() => Policy.Load(RulesetPath));
    public static readonly Lazy<Dataset> Data = new(() => ReadDataset(Ruleset.Value));
    public static readonly Lazy<Dictionary<(string Subject, int Month), Row>> Rows = new(ReadRows);
    public static readonly Lazy<ILookup<(string Subject, int Month), Customer>> Customers = new(ReadCustomers);

    public static string RulesetPath => PathOf("ruleset.json");

    private static string PathOf(string file) => Repository.PathOf("rulesets", "retail-store", file);

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

    /// <summary>As a host would: whatever reads the files, their rows go through the library's readers.</summary>
    private static Dataset ReadDataset(Policy policy) => Dataset.Build(builder =>
    {
        var (header, rows) = ReadCsv("facts.csv");
        var reader = new WideFactReader(builder, policy, "facts.csv", header);
        for (var i = 0; i < rows.Count; i++)
            reader.Read(i + 2, rows[i]);
        var (fields, records) = ReadCsv("customers.csv");
        var customers = new RecordRowReader(builder, policy, "渠道客户", "customers.csv", fields);
        for (var i = 0; i < records.Count; i++)
            customers.Read(i + 2, records[i]);
    });

    private static Dictionary<(string Subject, int Month), Row> ReadRows()
    {
        var (header, rows) = ReadCsv("facts.csv");
        header.Should().Equal(
            "subject", "period", "门店", "岗位", "manager", "区域经理", "等级", "销售额", "成本", "应收", "回款", "客流", "成交", "件数", "退货额", "投诉", "回访",
            "销售额达成.target", "见习保底.opening");
        return rows
            .Select(row => new Row(
                row[0], MonthOf(row[1]), row[2], row[3], row[4], row[6],
                Number(row[7])!.Value, Number(row[8]), Number(row[9]), Number(row[10])!.Value, Number(row[11]), Number(row[12])!.Value,
                Number(row[13])!.Value, Number(row[14])!.Value, Number(row[15])!.Value, Number(row[16])!.Value, Number(row[17]),
                Number(row[18])))
            .ToDictionary(row => (row.Subject, row.Month));
    }

    private static ILookup<(string Subject, int Month), Customer> ReadCustomers()
    {
        var (header, rows) = ReadCsv("customers.csv");
        header.Should().Equal("subject", "period", "客户名称", "类别", "拜访次数");
        return rows.ToLookup(row => (row[0], MonthOf(row[1])), row => new Customer(row[2], row[3], Number(row[4])));
    }

    private static int MonthOf(string period) => int.Parse(period[5..], CultureInfo.InvariantCulture);

    public static (string[] Header, List<string[]> Rows) ReadCsv(string file) => PlainCsv.Read(PathOf(file));
}

internal sealed record Row(
    string Subject, int Month, string Store, string Job, string Manager, string Level, decimal Sales, decimal? Cost, decimal? Due,
    decimal Collected,
    decimal? Visitors, decimal Orders, decimal Pieces, decimal Returns, decimal Complaints, decimal Calls, decimal? Target,
    decimal? Opening);

/// <summary>A row of the file of customers; visits are null where nobody wrote them down.</summary>
internal sealed record Customer(string Name, string Class, decimal? Visits);
