using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation.Tables;

/// <summary>Lookups against a search that looks at every row: faulty rows, rows by period, keys of every type.</summary>
public sealed class TablePropertyTests
{
    private const int Months = 4;
    private const int Subjects = 20;

    [Fact]
    public void RowsGivenByPeriod_AnswerAsASearchOfThemAllDoes()
    {
        var random = new Random(20261130);
        for (var i = 0; i < 10_000 / Subjects; i++)
        {
            var table = RandomTable.Next(random);
            var (names, fields) = (table.Named("a"), table.Named("f"));
            var policy = Policy($$"""
                "attributes": { {{table.Declared("a")}} },
                "records": { "r": { "fields": { {{table.Declared("f")}} } } },
                "tables": { "t": {{table.Json("\"given\"")}} },
                "kpis": {
                  "now": { "formula": "lookup(t.v, {{names}})" }, "before": { "formula": "previous(lookup(t.v, {{names}}))" },
                  "all": { "formula": "sum(r, lookup(t.v, {{fields}}))" }, "to_date": { "formula": "ytd(sum(r, lookup(t.v, {{fields}})))" },
                  "some": { "formula": "count(r, lookup(t.v, {{names}}) >= 25)" }
                }
                """);
            var rows = new Dictionary<int, IReadOnlyList<ModelRow>>();
            var subjects = Enumerable.Range(0, Subjects).Select(_ => table.Keys(random)).ToList();
            var records = Enumerable.Range(0, Subjects).Select(_ => Enumerable.Range(0, Months).Select(_ => table.Keys(random)).ToArray())
                .ToList();
            var facts = Dataset.Build(builder =>
            {
                for (var month = TableModel.WithoutPeriod; month < Months; month++)
                {
                    if (random.Half())
                        rows.Add(month, Add(builder, random, table, month));
                }

                for (var s = 0; s < Subjects; s++)
                {
                    for (var month = 0; month < Months; month++)
                    {
                        builder.Add($"s{s}", Month(month), table.Facts(subjects[s]));
                        builder.AddRecord($"s{s}", Month(month), "r", table.Facts(records[s][month], "f"));
                    }
                }
            });
            for (var month = 1; month < Months; month++)
                Compare(policy, facts, table, rows, subjects, records, month);
        }
    }

    [Fact]
    public void RowsOfTheRuleset_AnswerAsASearchOfThemAllDoes()
    {
        var random = new Random(20261201);
        for (var i = 0; i < 10_000 / Subjects; i++)
        {
            var table = RandomTable.Next(random);
            // what is wrong, or there twice, the ruleset may not write
            var rows = Enumerable.Range(0, random.Next(8)).Select(_ => table.Row(random, isFaulty: false))
                .GroupBy(row => string.Join("|", row.Model.Keys)).Select(group => group.First()).ToList();
            var policy = Policy($$"""
                "attributes": { {{table.Declared("a")}} },
                "tables": { "t": {{table.Json($"[ {string.Join(", ", rows.Select(row => Written(row.Given)))} ]")}} },
                "kpis": { "k": { "formula": "lookup(t.v, {{table.Named("a")}})" } }
                """);
            for (var s = 0; s < Subjects; s++)
            {
                var keys = table.Keys(random);
                var subject = new Subject("s");
                foreach (var (name, value) in table.Facts(keys))
                    subject[name] = value;
                var expected = TableModel.Search(
                    rows.Select(row => row.Model).ToList(), table.IsByBound, keys.Select(key => key.Model).ToArray(), table.Else);
                policy.Evaluate(subject, Month(0))["k"].Number.MustBe(expected, "{0} in {1}", keys, rows);
            }
        }
    }

    private static IReadOnlyList<ModelRow> Add(DatasetBuilder builder, Random random, RandomTable table, int month)
    {
        Period? period = month == TableModel.WithoutPeriod ? null : Month(month);
        builder.AddTable("t", period);
        var model = new List<ModelRow>();
        for (var i = random.Next(8); i > 0; i--)
        {
            var row = table.Row(random, isFaulty: true);
            builder.AddTableRow("t", period, row.Given.Select(cell => new KeyValuePair<string, FactValue>(cell.Item1, cell.Item2)));
            model.Add(row.Model);
        }

        return model;
    }

    private static void Compare(
        Policy policy, Dataset facts, RandomTable table, Dictionary<int, IReadOnlyList<ModelRow>> rows,
        List<(FactValue Given, object Model)[]> subjects, List<(FactValue Given, object Model)[][]> records, int month)
    {
        var results = policy.Evaluate(facts, Month(month));
        for (var s = 0; s < Subjects; s++)
        {
            var (result, keys) = (results[$"s{s}"], subjects[s].Select(key => key.Model).ToArray());
            var now = In(month, keys);
            result["now"].Number.MustBe(now, "{0} in month {1} of {2}", keys, month, rows);
            result["before"].Number.MustBe(In(month - 1, keys), "{0} before month {1} of {2}", keys, month, rows);
            result["some"].Number.MustBe(now is null ? null : now >= 25 ? 1 : 0, "{0} for a record of month {1}", keys, month);
            var found = Enumerable.Range(0, month + 1).Select(one => In(one, records[s][one].Select(key => key.Model).ToArray())).ToList();
            result["all"].Number.MustBe(found[month], "the record of month {0}", month);
            result["to_date"].Number.MustBe(found.Contains(null) ? null : found.Sum(), "records up to month {0}", month);
        }

        decimal? In(int one, object[] keys) => TableModel.Search(TableModel.RowsFor(rows, one), table.IsByBound, keys, table.Else);
    }

    private static string Written((string Name, FactValue Value)[] cells) =>
        $"{{ {string.Join(", ", cells.Select(cell => $"\"{cell.Name}\": {Json(cell.Value)}"))} }}";

    private static string Json(FactValue value) =>
        value.Kind is ValueKind.Text or ValueKind.Date ? $"\"{value}\"" : value.ToString();
}
