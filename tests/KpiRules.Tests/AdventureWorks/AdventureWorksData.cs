// Reads the files of Adventure Works beside the checkout: as plain numbers, and as facts for the library.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Tests.Support;

namespace KpiRules.Tests.AdventureWorks;

internal static class AdventureWorksData
{
    public const string FactsFile = "data/adventureworks/facts.csv";
    public const string PeopleFile = "data/adventureworks/people.csv";
    public const string LinesFile = "data/adventureworks/order_lines.csv";

    private static readonly Lazy<Policy> LoadedRuleset = new(() => Policy.Load(RulesetPath));
    private static readonly Lazy<IReadOnlyList<Month>> ReadMonths = new(() => MonthsOf(ReadCsv(FactsFile)));
    private static readonly Lazy<IReadOnlyList<OrderLine>> ReadLines = new(() => LinesOf(ReadCsv(LinesFile)));
    private static readonly Lazy<Dataset> ReadFacts = new(() => ReadDataset(Ruleset));

    public static string RulesetPath => Repository.PathOf("rulesets", "adventure-works", "ruleset.json");

    public static Policy Ruleset => LoadedRuleset.Value;

    /// <summary>The rows of the fact file, in its order.</summary>
    public static IReadOnlyList<Month> Months => ReadMonths.Value;

    /// <summary>The rows of the file of order lines, in its order.</summary>
    public static IReadOnlyList<OrderLine> OrderLines => ReadLines.Value;

    /// <summary>Without the order lines.</summary>
    public static Dataset AllFacts => ReadFacts.Value;

    /// <summary>As a host would: whatever reads the file, its rows go through the library's reader.</summary>
    public static Dataset ReadDataset(Policy policy) => Dataset.Build(builder => AddFacts(builder, policy));

    /// <summary>Facts and order lines; a host names the columns as the ruleset does, and leaves out those that it has no use for.</summary>
    public static Dataset ReadDatasetWithLines(Policy policy) => Dataset.Build(builder =>
    {
        AddFacts(builder, policy);
        var (header, rows) = ReadCsv(LinesFile);
        var columns = new[] { "employee", "date", "amount", "cost" }.Select(column => Array.IndexOf(header, column)).ToList();
        var reader = new RecordRowReader(builder, policy, "order_lines", LinesFile, ["subject", "date", "amount", "line_cost"]);
        for (var i = 0; i < rows.Count; i++)
            reader.Read(i + 2, columns.ConvertAll(column => rows[i][column]));
    });

    private static void AddFacts(DatasetBuilder builder, Policy policy)
    {
        foreach (var file in (string[])[FactsFile, PeopleFile])
        {
            var (header, rows) = ReadCsv(file);
            var reader = new WideFactReader(builder, policy, file, header);
            for (var i = 0; i < rows.Count; i++)
                reader.Read(i + 2, rows[i]);
        }
    }

    public static (string[] Header, List<string[]> Rows) ReadCsv(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Shared, file));
        lines.Should().NotContain(line => line.Contains('"'), "a comma always separates in these files");
        return (lines[0].Split(','), lines.Skip(1).Select(line => line.Split(',')).ToList());
    }

    /// <summary>The ruleset with further KPIs: <c>question 0</c>, <c>question 1</c> and so on.</summary>
    public static Policy WithKpis(IEnumerable<string> formulas) => Changed(json =>
    {
        foreach (var (formula, i) in formulas.Select((formula, i) => (formula, i)))
            json["kpis"]![$"question {i}"] = new JsonObject { ["formula"] = formula };
    });

    /// <summary>The ruleset after a change that leaves it without diagnostics.</summary>
    public static Policy Changed(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(
            File.ReadAllText(RulesetPath), null, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
        change(json);
        var read = Policy.Read(json.ToJsonString());
        read.Diagnostics.Should().BeEmpty();
        return read.Policy!;
    }

    private static List<Month> MonthsOf((string[] Header, List<string[]> Rows) file)
    {
        file.Header.Should().Equal(
            "subject", "period", "sales", "own_sales", "cost", "units", "orders", "customers", "sales_amount.target");
        return file.Rows.ConvertAll(row => new Month(
            row[0], row[1], Number(row[2])!.Value, Number(row[3])!.Value, Number(row[4]), Number(row[6])!.Value, Number(row[7])!.Value,
            Number(row[8])));
    }

    private static List<OrderLine> LinesOf((string[] Header, List<string[]> Rows) file)
    {
        file.Header.Should().Equal(
            "order", "date", "product", "reseller", "employee", "territory", "quantity", "unit_price", "cost", "amount");
        return file.Rows.ConvertAll(row => new OrderLine(row[4], Stretch.Index(row[1]), Number(row[9])!.Value, Number(row[8])));
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>A row of the fact file.</summary>
internal sealed record Month(
    string Subject, string Period, decimal Sales, decimal OwnSales, decimal? Cost, decimal Orders, decimal Customers, decimal? Target);

/// <summary>A row of the file of order lines; the month as <see cref="Stretch.Index"/> counts it.</summary>
internal sealed record OrderLine(string Seller, int Month, decimal Amount, decimal? Cost);
