using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Reading;
using KpiRules.Tests.Formulas;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>Random formulas over random histories with holes, against what they mean in ten naive lines.</summary>
public sealed class TimePropertyTests
{
    private const int Policies = 200;
    private const int FormulasEach = 50;
    private const int Months = 18;

    [Fact]
    public void Previous_IsTheFormulaSoManyPeriodsEarlier()
    {
        var random = new Random(20261122);
        for (var i = 0; i < Policies; i++)
        {
            var cases = Enumerable.Range(0, FormulasEach)
                .Select(_ => (Tree: RandomFormula.Number(random, 3), Back: random.Next(1, 7))).ToArray();
            var policy = Read("", RandomFormula.Measures, cases.SelectMany((one, k) => new[]
            {
                ($"k{k}", one.Tree.Text),
                ($"p{k}", $"previous({one.Tree.Text}, {one.Back})"),
                ($"r{k}", $"previous(k{k}, {one.Back})")
            }));
            var history = History.Random(random, Months, RandomFormula.Measures, first: 0);
            var last = policy.Evaluate(history.Facts, Month(Months - 1))["s"];
            foreach (var ((tree, back), k) in cases.Select((one, k) => (one, k)))
            {
                var then = Months - 1 - back;
                var expected = history.Months[then] is { } facts ? tree.Evaluate(facts) : null;
                last[$"p{k}"].Number.Should().Be(expected, "{0}, {1} back, with {2}", tree.Text, back, history);
                last[$"r{k}"].Number.Should().Be(expected, "of a KPI it is the same");
                if (history.Months[then] is not null)
                    policy.Evaluate(history.Facts, Month(then))["s"][$"k{k}"].Number.Should().Be(expected, "that is what it was then");
            }
        }
    }

    [Fact]
    public void ToDateOfARatio_IsTheRatioOfItsPartsToDate()
    {
        var random = new Random(20261123);
        string[] measures = ["a", "b", "c"];
        for (var i = 0; i < Policies; i++)
        {
            var start = random.Next(1, 13);
            var cases = Enumerable.Range(0, FormulasEach).Select(_ => (
                Up: Linear.Random(random),
                Down: Linear.Random(random),
                Shift: random.Next(-3, 4),
                Factor: random.Next(1, 5),
                Function: random.Next(2) == 0 ? "ytd" : "qtd")).ToArray();
            var policy = Read($"\"settings\": {{ \"fiscalYearStart\": {start} }},", measures, cases.SelectMany((one, k) => new[]
            {
                ($"up{k}", one.Up.Text),
                ($"of{k}", FormattableString.Invariant($"{one.Shift} - {one.Factor} * (up{k}) / ({one.Down.Text})")),
                ($"k{k}", FormattableString.Invariant($"{one.Function}({one.Shift} - {one.Factor} * ({one.Up.Text}) / ({one.Down.Text}))")),
                ($"r{k}", $"{one.Function}(of{k})"),
            }));
            var complete = random.Next(3);
            var history = History.Random(random, Months, measures, random.Next(4) == 0 ? random.Next(Months) : 0, complete);
            var last = policy.Evaluate(history.Facts, Month(Months - 1))["s"];
            foreach (var (one, k) in cases.Select((one, k) => (one, k)))
            {
                var month = (Months - 1 - (start - 1) + 12) % 12;
                var begin = Months - 1 - (one.Function == "ytd" ? month : month % 3);
                var sums = begin < history.CompleteFrom ? null : history.Sums(Math.Max(begin, history.First), Months - 1);
                var expected = sums is null || one.Up.Of(sums) is not { } up || one.Down.Of(sums) is not { } down || down == 0
                    ? default(decimal?)
                    : one.Shift - one.Factor * up / down;
                last[$"k{k}"].Number.Should().Be(expected, "{0} / {1}, {2} with {3}", one.Up.Text, one.Down.Text, one.Function, history);
                last[$"r{k}"].Number.Should().Be(expected, "of a KPI it is the same");
            }
        }
    }

    [Fact]
    public void TrailingFunctions_AreWhatTheySay()
    {
        var random = new Random(20261124);
        string[] measures = ["a", "b"];
        for (var i = 0; i < 10_000; i++)
        {
            var n = random.Next(1, 7);
            var policy = Trailing[n - 1];
            var history = History.Random(random, Months, measures, first: 0);
            decimal? X(int month) => history.Months[month] is { } facts && facts["a"] - facts["b"] is { } value ? value : null;
            var values = Enumerable.Range(0, n + 1).Select(back => X(Months - 1 - back)).ToArray();
            var (some, all) = (values.Take(n).ToArray(), values);
            var last = policy.Evaluate(history.Facts, Month(Months - 1))["s"];
            last["sum"].Number.Should().Be(some.Contains(null) ? null : some.Sum(), "{0} of {1}", n, history);
            last["mean"].Number.Should().Be(some.Contains(null) ? null : some.Sum() / n);
            last["growth"].Number.Should().Be(all[0] is null || all[n] is null or 0 ? null : all[0] / all[n] - 1);
            decimal? Holds(Func<decimal?, decimal?, bool> test) =>
                all.Contains(null) ? null : Enumerable.Range(0, n).All(back => test(all[back], all[back + 1])) ? 1 : 0;
            last["falls"].Number.Should().Be(Holds((later, earlier) => later < earlier));
            last["rises"].Number.Should().Be(Holds((later, earlier) => later > earlier));
            last["year_ago"].Number.Should().Be(X(Months - 13));
        }
    }

    [Fact]
    public void OrderOfRowsAndColumns_ChangesNothing()
    {
        var random = new Random(20261125);
        string[] header = ["subject", "period", "a", "b", "level", "goal.target"];
        for (var i = 0; i < 10_000; i++)
        {
            var rows = Enumerable.Range(0, random.Next(4, 12)).Select(_ => new[]
            {
                "s" + random.Next(3), Month(random.Next(6)).ToString(), random.Next(5) == 0 ? "" : $"{random.Next(20)}",
                random.Next(5) == 0 ? "" : $"{random.Next(1, 9)}", random.Next(2) == 0 ? "" : "junior",
                random.Next(3) == 0 ? "" : $"{random.Next(1, 30)}",
            }).ToArray();
            var columns = Enumerable.Range(0, header.Length).OrderBy(_ => random.Next()).ToArray();
            var period = Month(random.Next(6));
            var straight = Results(header, rows, period);
            Results(
                columns.Select(column => header[column]).ToArray(),
                rows.OrderBy(_ => random.Next()).Select(row => columns.Select(column => row[column]).ToArray()).ToArray(),
                period)
                .Should().Equal(straight);
        }
    }

    private static readonly Policy[] Trailing = Enumerable.Range(1, 6).Select(n => Read("", ["a", "b"],
    [
        ("sum", $"sumOf(a - b, {n})"), ("mean", $"averageOf(a - b, {n})"), ("growth", $"growth(a - b, {n})"),
        ("year_ago", "sameLastYear(a - b)"),
        ("falls", $"if(declining(a - b, {n}), 1, 0)"), ("rises", $"if(rising(a - b, {n}), 1, 0)"),
    ])).ToArray();

    private static readonly Policy Ordered = Policy.Read("""
        { "id": "x", "version": "1", "measures": { "a": {}, "b": { "combine": "last" } }, "attributes": { "level": { "type": "text" } },
          "kpis": {
            "goal": { "formula": "a", "unit": "money", "target": "given", "weight": 50 },
            "rate": { "formula": "a / b", "target": 2, "weight": 50, "score": { "points": [ { "at": 0, "value": 0 }, { "at": 1, "value": 100 } ] } },
            "to_date": { "formula": "ytd(a / b)" }, "growth": { "formula": "growth(a)" }, "mean": { "formula": "averageOf(rate, 2)" },
            "junior": { "formula": "if(previous(level) = 'junior', 1, 0)" }
          },
          "scorecard": { "missing": "exclude" } }
        """).Policy!;

    private static List<string> Results(string[] header, string[][] rows, Period period)
    {
        var facts = Dataset.Build(builder =>
        {
            var reader = new WideFactReader(builder, Ordered, "facts.csv", header);
            foreach (var row in rows)
                reader.Read(2, row);
        });
        var evaluation = Ordered.Evaluate(facts, period);
        return evaluation.Subjects.SelectMany(subject => Ordered.Results.Select(result =>
            $"{subject} {result.Name}: {evaluation[subject][result.Name]} {evaluation[subject][result.Name].Cause}")).ToList();
    }

    private static Policy Read(string settings, IEnumerable<string> measures, IEnumerable<(string Name, string Formula)> kpis)
    {
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", {{settings}}
              "measures": { {{string.Join(", ", measures.Select(measure => $"\"{measure}\": {{}}"))}} },
              "kpis": { {{string.Join(", ", kpis.Select(kpi => $"\"{kpi.Name}\": {{ \"formula\": {JsonConvert.ToString(kpi.Formula)} }}"))}} } }
            """);
        read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
        return read.Policy!;
    }

    private static Period Month(int month) => Period.Parse("2025-01").Add(month);

    /// <summary>A sum of multiples of the measures a, b and c.</summary>
    private sealed record Linear(int A, int B, int C)
    {
        public string Text => FormattableString.Invariant($"{A} * a + b * {B} - c / 4 * {C}");

        public static Linear Random(Random random) => new(random.Next(1, 5), random.Next(-3, 4), random.Next(1, 3));

        public decimal? Of(IReadOnlyDictionary<string, decimal?> sums) => A * sums["a"] + sums["b"] * B - sums["c"] / 4 * C;
    }

    /// <summary>One subject's facts, null for a month without any.</summary>
    private sealed record History(IReadOnlyDictionary<string, decimal?>?[] Months, int First, int CompleteFrom, Dataset Facts)
    {
        public static History Random(Random random, int months, string[] measures, int first, int complete = 0)
        {
            var facts = Enumerable.Range(0, months)
                .Select(month => month < first || (month < months - 1 && random.Next(12) == 0) ? null : Some(random, measures)).ToArray();
            first = Array.FindIndex(facts, month => month is not null);
            var dataset = Dataset.Build(builder =>
            {
                // someone else has been there from the beginning, and not all histories go back as far
                builder.CompleteFrom(Month(complete)).Add("t", Month(0), (measures[0], 1));
                for (var month = 0; month < months; month++)
                {
                    if (facts[month] is { } given)
                        builder.Add("s", Month(month), given.Select(fact => new KeyValuePair<string, FactValue>(fact.Key, fact.Value)));
                }
            });
            return new History(facts, first, complete, dataset);
        }

        /// <summary>What each measure adds up to; null after a hole.</summary>
        public Dictionary<string, decimal?>? Sums(int from, int to)
        {
            var months = Months[from..(to + 1)];
            return months.Contains(null)
                ? null
                : months[0]!.Keys.ToDictionary(
                    fact => fact, fact => months.Any(month => month![fact] is null) ? null : months.Sum(month => month![fact]));
        }

        public override string ToString() => string.Join(
            "; ", Months.Select(month => month is null ? "-" : string.Join(", ", month.Values.Select(value => value?.ToString() ?? "?"))));

        /// <summary>One fact at least, or there would be none.</summary>
        private static Dictionary<string, decimal?> Some(Random random, string[] measures) =>
            measures.ToDictionary(
                measure => measure, measure => measure != measures[0] && random.Next(15) == 0 ? default(decimal?) : random.Next(-9, 10));
    }
}
