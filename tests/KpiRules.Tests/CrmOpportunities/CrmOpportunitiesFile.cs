// Reads the files of the CRM example: as a host would, and as plain rows for what the library is held against.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Tests.Support;
using static KpiRules.Tests.Support.PlainCsv;

namespace KpiRules.Tests.CrmOpportunities;

internal static class CrmOpportunitiesFile
{
    public static readonly Lazy<Policy> Ruleset = new(() => Policy.Load(PathOf("ruleset.json")));
    public static readonly Lazy<Dataset> Data = new(() => ReadDataset(["people.csv", "visits.csv", "targets.csv"]));
    public static readonly Lazy<Dictionary<string, Person>> People = new(() => ReadCsv("people.csv").Rows
        .Select(row => new Person(row[0], row[1], row[2], row[3], DateOf(row[5]))).ToDictionary(person => person.Name));
    public static readonly Lazy<ILookup<(string Person, int Month), Deal>> Deals = new(() => ReadCsv("opportunities.csv").Rows
        .ToLookup(
            row => (row[0], MonthOf(row[1])),
            row => new Deal(row[2], Number(row[3])!.Value, row[4] == "赢单", Number(row[5]), DateOf(row[6]), DateOf(row[7]))));
    public static readonly Lazy<Dictionary<(string Person, int Month), decimal>> Visits = new(() => ByMonth("visits.csv"));
    public static readonly Lazy<Dictionary<(string Person, int Month), decimal>> Targets = new(() => ByMonth("targets.csv"));

    /// <param name="facts">Files with a row for each person, or for each person and month.</param>
    public static Dataset ReadDataset(string[] facts) => Dataset.Build(builder =>
    {
        foreach (var file in facts)
        {
            var (header, rows) = ReadCsv(file);
            var reader = new WideFactReader(builder, Ruleset.Value, file, header);
            for (var i = 0; i < rows.Count; i++)
                reader.Read(i + 2, rows[i]);
        }

        var (fields, deals) = ReadCsv("opportunities.csv");
        var records = new RecordRowReader(builder, Ruleset.Value, "商机", "opportunities.csv", fields);
        for (var i = 0; i < deals.Count; i++)
            records.Read(i + 2, deals[i]);
    });

    public static string PathOf(string file) => Repository.PathOf("rulesets", "crm-opportunities", file);

    /// <summary>December of the year before is 0.</summary>
    private static int MonthOf(string period) =>
        period.StartsWith("2025", StringComparison.Ordinal) ? 0 : int.Parse(period[5..7], CultureInfo.InvariantCulture);

    private static Dictionary<(string Person, int Month), decimal> ByMonth(string file) =>
        ReadCsv(file).Rows.ToDictionary(row => (row[0], MonthOf(row[1])), row => Number(row[2])!.Value);

    private static (string[] Header, List<string[]> Rows) ReadCsv(string file) => PlainCsv.Read(PathOf(file));

    private static DateTime DateOf(string text) => DateTime.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

internal sealed record Person(string Name, string Region, string Job, string Manager, DateTime Hired);

/// <summary>An opportunity that has ended; a lost one has no amount.</summary>
internal sealed record Deal(string Product, decimal Pieces, bool IsWon, decimal? Amount, DateTime Created, DateTime Closed);
