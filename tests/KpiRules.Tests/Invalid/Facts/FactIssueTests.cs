using System.IO;
using System.Linq;
using System.Text;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Mapping;
using KpiRules.Reading;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Invalid.Facts;

/// <summary>Bad facts print exactly the approved issues, and everything else is evaluated all the same.</summary>
public sealed class FactIssueTests
{
    private static readonly string[] Folder = ["tests", "KpiRules.Tests", "Invalid", "Facts"];

    private static readonly Policy Policy = Policy.Load(PathOf("ruleset.json.txt"));

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void WideRows_NameFileRowAndColumn(string language)
    {
        var facts = Dataset.Build(builder =>
        {
            Read(builder, "facts.csv");
            Read(builder, "people.csv");
        });
        Golden.Matches(Printed(facts, language), [.. Folder, $"facts.csv.{language}.txt"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Json_NamesFileLineAndColumn(string language)
    {
        var facts = Dataset.Build(builder =>
            JsonFactReader.Read(builder, Policy, File.ReadAllText(PathOf("facts.json.txt")), "facts.json").Should().BeEmpty());
        Golden.Matches(Printed(facts, language), [.. Folder, $"facts.json.{language}.txt"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void FactsOfAHost_NameSubjectAndPeriod(string language)
    {
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-03", ("sales", "900"), ("cost", true), ("level", "rap"), ("hired", "2026-01-01"), ("unheard", 1))
            .Add("bob", "2026-03", ("sales", double.NaN), ("cost", 1))
            .AddSubject("ann", ("sales", 5), ("active", 1)));
        Golden.Matches(Printed(facts, language), [.. Folder, $"host.{language}.txt"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Records_NameListFieldAndRow(string language)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "records": { "deals": { "fields": { "amount": { "unit": "money" }, "product": { "type": "text" } } } },
              "kpis": { "margin": { "formula": "sum(deals, amount)" } } }
            """).Policy!;
        var facts = Dataset.Build(builder =>
        {
            var reader = new RecordRowReader(
                builder, policy, "deals", "deals.csv", ["subject", "date", "amount", "product", "prodct", "amount"]);
            reader.Read(2, ["ann", "2026-03-31", "100", "A", "", ""]);
            reader.Read(3, ["ann", "2026-03-32", "100", "A", "", ""]);
            reader.Read(4, ["", "2026-03-30", "100", "A", "", ""]);
            reader.Read(5, ["bob", "2026-03-30", "1.0.0", "A", "", ""]);
            reader.Read(6, ["bob", "2026-03-30"]);
            reader.ReportMalformed(7);
            reader.Read(8, ["bob", "9999-12-31", "100", "A", "", ""]);
            builder.AddRecord("eve", "2026-03", "deals", ("amount", "ten"), ("prize", 1))
                .AddRecord("eve", "2026-03", "daels", ("amount", 1));
        });
        Golden.Matches(Printed(facts, language, policy), [.. Folder, $"records.{language}.txt"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void FieldsOutsideOfWhatIsDeclared_NameTheRecord(string language)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "attributes": { "level": { "type": "text", "asOf": "record" } }, "records": { "deals": { "fields": {
                "amount": { "min": 0, "max": 1000, "default": 1 }, "least": { "min": 0, "default": 1 },
                "product": { "type": "text", "values": ["GTX Pro", "MG Special"] } } } },
              "kpis": { "margin": { "formula": "sum(deals, amount + least) + countDistinct(deals, product)" } } }
            """).Policy!;
        var facts = Dataset.Build(builder =>
        {
            var reader = new RecordRowReader(
                builder, policy, "deals", "deals.csv", ["subject", "period", "amount", "product", "least", "date"]);
            reader.Read(2, ["ann", "2026-03", "1000.01", "GTX Pro", "", "2026-03-32"]);
            reader.Read(3, ["bob", "2026-03", "", "MG Special", "", "2026-03-31"]);
            reader.Read(4, ["bob", "2026-03", "5", "GTXPro", "-1", "2026-03-31"]);
            reader.Read(5, ["bob", "2026-03", "5", "GTXPr", "-1", "2026-03-31"]);
            reader.Read(6, ["eve", "2026-03", "x", "GTX Pro", "", "2026-03-31"]);
        });
        Golden.Matches(Printed(facts, language, policy), [.. Folder, $"fields.{language}.txt"]);
    }

    /// <summary>A row that cannot be used names its place, or without a file its number; what it could decide is not available.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void RowsOfTables_NameTheirPlace(string language)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" } },
              "tables": {
                "fx": { "keys": [ { "name": "currency" } ], "values": { "rate": { "min": 0, "max": 100 }, "since": { "type": "date" } }, "rows": "given" },
                "own": { "keys": [ { "name": "a" } ], "values": { "v": {} }, "rows": [] }
              },
              "kpis": { "margin": { "formula": "sales * lookup(fx.rate, 'USD')" } } }
            """).Policy!;
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-03", ("sales", 1)).AddTable("fy").AddTableRow("own", ("a", "x"), ("v", 1))
            .AddTableRow("fx", ("currency", "USD"), ("rate", 7))
            .AddTableRow("fx", "2026-02", ("currency", "USD"), ("rate", "much"))
            .AddTableRow("fx", Period.Parse("2026-03"), Row(("currency", "USD"), ("rate", "720%"), ("since", "2026-01-01")), "fx.csv", 2)
            .AddTableRow("fx", Period.Parse("2026-03"), Row(("currency", "USD"), ("rate", 7.1m), ("sicne", "2026-01-01")), "fx.csv", 3)
            .AddTableRow("fx", "2026-03", ("currency", 5), ("rate", true), ("since", "2026-02-30"))
            .AddTableRow("fx", "2026-03", ("rate", 100.01m))
            .AddTableRow("fx", "2026-03", ("currency", "EUR"), ("rate", double.NaN), ("since", new System.DateTime(2026, 1, 1)))
            .AddTableRow("fx", "2026-03", ("currency", "GBP"))
            .AddTableRow("fx", "2026-04", ("rate", 1)));
        Golden.Matches(Printed(facts, language, policy), [.. Folder, $"tables.{language}.txt"]);

        static System.Collections.Generic.KeyValuePair<string, FactValue>[] Row(params (string Name, FactValue Value)[] cells) =>
            cells.Select(cell => new System.Collections.Generic.KeyValuePair<string, FactValue>(cell.Name, cell.Value)).ToArray();
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void RowsOfATableInAFile_NameFileRowAndColumn(string language)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" } },
              "tables": { "fx": { "keys": [ { "name": "currency" } ], "values": { "rate": { "min": 0 } }, "rows": "given" } },
              "kpis": { "margin": { "formula": "sales * lookup(fx.rate, 'USD')" } } }
            """).Policy!;
        foreach (var malformed in new[] { false, true })
        {
            var facts = Dataset.Build(builder =>
            {
                builder.Add("ann", "2026-03", ("sales", 1));
                var reader = new TableRowReader(builder, policy, "fx", "fx.csv", ["currency", " rate", "PERIOD", "raet", "currency"]);
                reader.Read(2, ["USD", "7", "", "", ""]);
                reader.Read(3, ["EUR", " 8 ", "2026-03-31", "", ""]);
                reader.Read(4, ["GBP", "9", "march", "", ""]);
                reader.Read(5, ["", "9", "2026-03", "", ""]);
                if (!malformed)
                    return;
                reader.Read(6, ["USD"]);
                reader.ReportMalformed(7);
            });
            Golden.Matches(Printed(facts, language, policy), [.. Folder, $"table-file{(malformed ? "-malformed" : "")}.{language}.txt"]);
        }
    }

    /// <summary>Who they are of, and of when: facts that would pay nobody, or pay a part, without a word.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void IdsAndPeriods_ThatHardlyMeanWhatTheySay_AreReported(string language)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" }, "stock": { "combine": "last" } },
              "records": { "deals": { "fields": { "amount": { "unit": "money" } } } }, "kpis": { "margin": { "formula": "sales + stock + sum(deals, amount)" } } }
            """).Policy!;
        var facts = Dataset.Build(builder =>
        {
            var reader = new RecordRowReader(builder, policy, "deals", "deals.csv", ["subject", "date", "amount"]);
            var rows = new[] { "Ann", "ann", "Ａnn", "An n", "robret", "zoe", "eve", "robret" };
            for (var row = 0; row < rows.Length; row++)
                reader.Read(row + 2, [rows[row], "2026-03-31", "100"]);
            builder.Add("Ann", "2026-03", ("sales", 1), ("stock", 1))
                .Add("robert", "2026-03", ("sales", 1), ("stock", 1)).Add("robert ", "2026-02", ("sales", 1));
            var wide = new WideFactReader(builder, policy, "facts.csv", ["subject", "period", "sales", "stock"]);
            wide.Read(2, ["eve", "2026-W10", "1", "2"]);
            wide.Read(3, ["dan", "2026-03", "1", "2"]);
            wide.Read(4, ["dan", "2026-W11", "1", ""]);
            foreach (var week in new[] { 9, 10, 11, 12, 13 })
                wide.Read(10 + week, ["tim", $"2026-W{week:00}", "1", week == 13 ? "5" : ""]);
            builder.AddRecord("dan", "2026-03-02", "deals", ("amount", 1)).AddRecord("dan", "2026-03", "deals", ("amount", 1));
            builder.AddAll(
                [("tim", new[] { "2026-03-01", "2026-02-01", "never" })],
                new SubjectMap<(string Id, string[] Days)>().Subject(one => one.Id)
                    .Records("deals", one => one.Days, day => day.Date(one => one).Field("amount", _ => 1)).For(policy),
                Period.Parse("2026-03"),
                "people.sql");
        });
        Golden.Matches(Printed(facts, language, policy), [.. Folder, $"ids.{language}.txt"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void ValuesWithALineBreak_NameTheLinesOfTheirRow(string language)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": {} }, "records": { "deals": { "fields": { "amount": {} } } }, "kpis": { "margin": { "formula": "sales" } } }
            """).Policy!;
        var facts = Dataset.Build(builder =>
        {
            var reader = new WideFactReader(builder, policy, "facts.csv", ["subject", "period", "sales", "note\n(free)"], headerRow: 3);
            reader.Read(5, ["ann", "2026-03", "100", "one\r\ntwo\rthree\n"]);
            reader.Read(9, ["bob\nthe builder", "2026-03", "x", "\n"]);
            reader.Read(12, ["cid", "2026-03", "100", "one two"]);
            var deals = new RecordRowReader(builder, policy, "deals", "deals.csv", ["subject", "date", "amount", "note"]);
            deals.Read(2, ["ann", "2026-03-01", "1\n", "2\n"]);
        });
        Golden.Matches(Printed(facts, language, policy), [.. Folder, $"line-breaks.{language}.txt"]);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void WhatOnlyTheFactsGetWrong_NamesSubjectAndLine(string language)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" }, "quota": {}, "pot": {} }, "attributes": { "team": { "type": "text" } },
              "kpis": { "margin": { "formula": "sales" } },
              "incentives": {
                "commission": { "amount": { "on": "sales", "per": "quota", "marginal": [ { "from": 0, "rate": 0.1 } ] } },
                "share": { "pool": { "amount": "pot", "among": "team" } }
              } }
            """).Policy!;
        var facts = Dataset.Build(builder => builder
            .Add("ann", "2026-03", ("sales", 1), ("quota", 0), ("pot", 100), ("team", "a"))
            .Add("bob", "2026-03", ("sales", 1), ("quota", 1), ("pot", 90), ("team", "a"))
            .Add("eve", "2026-03", ("sales", 1), ("quota", -1), ("pot", 100), ("team", "a"))
            .Add("joe", "2026-03", ("sales", 1), ("quota", 1), ("pot", 5), ("team", "b")));
        var quarter = string.Concat(policy.Evaluate(facts, Period.Parse("2026-Q1"))
            .Issues.Where(issue => issue.Code == "KPI6020").Select(issue => issue.ToString(language) + "\n"));
        Golden.Matches(Printed(facts, language, policy) + quarter, [.. Folder, $"lines.{language}.txt"]);
    }

    /// <summary>What is deferred and cannot be used holds the line of its subject, and nobody else's.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void Openings_NameListRecordAndField(string language)
    {
        var policy = Policy.Read("""
            { "id": "x", "version": "1", "measures": { "sales": { "unit": "money" } }, "kpis": { "margin": { "formula": "bonus.due" } },
              "incentives": { "bonus": { "amount": "sales", "release": [ { "share": 0.5 }, { "share": "rest", "after": 2 } ] } } }
            """).Policy!;
        var subjects = new[] { "ann", "bob", "cid", "dan", "eve", "fay", "gus", "hal", "ida", "joe", "kim", "leo" };
        var facts = Dataset.Build(builder =>
        {
            foreach (var subject in subjects)
                builder.Add(subject, "2026-02", ("sales", 1)).Add(subject, "2026-03", ("sales", 10));
            Open("ann", "2026-02", 2, "2026-04", "2026-04", 5);
            Open("bob", "soon", 2, "2026-04", "2026-04", 5);
            Open("cid", "2026-02", 2, "2026-Q2", "2026-04", 5);
            Open("dan", "2026-02", 2, "2026-04", default, 5);
            Open("eve", "2026-02", 3, "2026-04", "2026-04", 5);
            Open("fay", "2026-02", default, "2026-04", "2026-04", 5);
            Open("gus", "2026-03", 2, "2026-05", "2026-05", 5);
            Open("hal", "2026-02", 2, "2026-04", "2026-04", 5);
            Open("hal", "2026-02", 2, "2026-04", "2026-04", 6);
            Open("ida", "2026-02", 2, "2026-04", "2026-03", 5);
            Open("joe", "2026-02", 2, "2026-04", "2026-04", "five");
            Open("leo", "2026-02", 2, "2026-04", "2026-04", 5.005m);
            builder.AddRecord("kim", "2026-04", "bonus.opening", ("earned", "2026-02"))
                .AddRecord("kim", "2026-03", "bonus.opening", ("erned", "2026-02"));

            void Open(string subject, FactValue earned, FactValue part, FactValue due, FactValue until, FactValue amount) =>
                builder.AddRecord(
                    subject,
                    "2026-03",
                    "bonus.opening",
                    ("earned", earned),
                    ("part", part),
                    ("due", due),
                    ("until", until),
                    ("amount", amount));
        });
        var later = policy.Evaluate(new(facts, Period.Parse("2026-03"), Period.Parse("2026-04")))[1].Issues
            .Concat(policy.Evaluate(facts, Period.Parse("2026-05")).Issues).Where(issue => issue.Code is "KPI6105" or "KPI6114")
            .Select(issue => issue.ToString(language) + "\n");
        Golden.Matches(Printed(facts, language, policy) + string.Concat(later), [.. Folder, $"openings.{language}.txt"]);
    }

    private static string Printed(Dataset facts, string language, Policy? policy = null)
    {
        var text = new StringBuilder();
        var evaluation = (policy ?? Policy).Evaluate(facts, Period.Parse("2026-03"));
        foreach (var issue in evaluation.Issues)
            text.Append(issue.ToString(language)).Append('\n');
        foreach (var (subject, margin) in evaluation.Subjects.Zip(evaluation.Column("margin")))
            text.Append($"{subject}: margin {(margin.IsAvailable ? margin.ToString() : margin.Cause!.Explain(language))}\n");
        return text.ToString();
    }

    private static void Read(DatasetBuilder builder, string file)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var reader = new WideFactReader(builder, Policy, file, lines[0].Split(','));
        for (var i = 1; i < lines.Length; i++)
            reader.Read(i + 1, lines[i].Split(','));
    }

    private static string PathOf(string file) => Repository.PathOf([.. Folder, file]);
}
