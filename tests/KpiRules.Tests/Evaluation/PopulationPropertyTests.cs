using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation;

/// <summary>Functions over other subjects, against everybody asking everybody.</summary>
public sealed class PopulationPropertyTests
{
    private const int Months = 4;
    private const int Datasets = 2_500;

    private static readonly string[] Ids = ["ann", "bob", "cem", "dan", "eve", "fay"];

    private static readonly (string Formula, Func<World, string, int, decimal?> Model)[] Functions =
    [
        ("within(team, a)", (world, asker, month) => world.Within(asker, month, (s, m) => world.Fact(s, m, "a"))),
        ("within(team, 3 - 2 * a / b)", (world, asker, month) => 3 - 2
            * world.Within(asker, month, (s, m) => world.Fact(s, m, "a"))
            / NotZero(world.Within(asker, month, (s, m) => world.Fact(s, m, "b")))),
        ("within(team, a, flag and b > 2)", (world, asker, month) =>
            world.Within(asker, month, (s, m) => world.Fact(s, m, "a"), world.FlaggedAndMore)),
        (
            "within(team, peak, flag)",
            (world, asker, month) =>
                world.Members(asker, month, world.Flagged, (s, m) => world.Fact(s, m, "peak")) is { Count: > 0 } members
                    ? members.Max(member => member.Value)
                    : null),
        ("everyone(a - b, a > 0)", (world, asker, month) =>
            world.Everyone(month, (s, m) => world.Fact(s, m, "a"), (s, m) => world.Fact(s, m, "a") is { } a ? a > 0 : null)
                - world.Everyone(month, (s, m) => world.Fact(s, m, "b"), (s, m) => world.Fact(s, m, "a") is { } a ? a > 0 : null)),
        ("reports(a)", (world, asker, month) =>
            Sum(world.AllOf(month, s => asker.Equals(world.Attribute(s, month, "manager")), null, (s, m) => world.Fact(s, m, "a")))),
        ("share(team, b, flag)", (world, asker, month) =>
            world.Fact(asker, month, "b") / NotZero(world.Within(asker, month, (s, m) => world.Fact(s, m, "b"), world.Flagged))),
        ("rank(team, a)", (world, asker, month) => world.Rank(asker, month, null, (s, m) => world.Fact(s, m, "a"))),
        ("rank(team, a * b, flag)", (world, asker, month) =>
            world.Rank(asker, month, world.Flagged, (s, m) => world.Fact(s, m, "a") * world.Fact(s, m, "b"))),
        ("rank(team, previous(a))", (world, asker, month) => world.Rank(asker, month, null, (s, m) => world.Fact(s, m - 1, "a"))),
        ("rank(a - b)", (world, asker, month) =>
            world.Place(asker, world.AllOf(month, _ => true, null, (s, m) => world.Fact(s, m, "a") - world.Fact(s, m, "b")))),
        ("share(b)", (world, asker, month) =>
            world.Fact(asker, month, "b") / NotZero(world.Everyone(month, (s, m) => world.Fact(s, m, "b"), null))),
        ("highestIn(team, a * b)", (world, asker, month) =>
            Percentile(Values(world.Members(asker, month, null, (s, m) => world.Fact(s, m, "a") * world.Fact(s, m, "b"))), 100)),
        ("lowestIn(team, a, flag)", (world, asker, month) =>
            Percentile(Values(world.Members(asker, month, world.Flagged, (s, m) => world.Fact(s, m, "a"))), 0)),
        ("medianIn(team, a)", (world, asker, month) =>
            Percentile(Values(world.Members(asker, month, null, (s, m) => world.Fact(s, m, "a"))), 50)),
        ("percentileIn(team, a, 35%, flag and b > 2)", (world, asker, month) =>
            Percentile(Values(world.Members(asker, month, world.FlaggedAndMore, (s, m) => world.Fact(s, m, "a"))), 35)),
        ("highestIn(a)", (world, asker, month) =>
            Percentile(Values(world.AllOf(month, _ => true, null, (s, m) => world.Fact(s, m, "a"))), 100)),
        ("lowestIn(a)", (world, asker, month) =>
            Percentile(Values(world.AllOf(month, _ => true, null, (s, m) => world.Fact(s, m, "a"))), 0)),
        ("medianIn(a - b)", (world, asker, month) =>
            Percentile(Values(world.AllOf(month, _ => true, null, (s, m) => world.Fact(s, m, "a") - world.Fact(s, m, "b"))), 50)),
        ("percentileIn(a, 0.9)", (world, asker, month) =>
            Percentile(Values(world.AllOf(month, _ => true, null, (s, m) => world.Fact(s, m, "a"))), 90)),
        ("previous(medianIn(team, a, flag))", (world, asker, month) => world.Has(asker, month - 1)
            ? Percentile(Values(world.Members(asker, month - 1, world.Flagged, (s, m) => world.Fact(s, m, "a"))), 50) : null),
        ("previous(within(team, a))", (world, asker, month) =>
            world.Has(asker, month - 1) ? world.Within(asker, month - 1, (s, m) => world.Fact(s, m, "a")) : null),
        ("previous(rank(team, a, flag))", (world, asker, month) =>
            world.Has(asker, month - 1) ? world.Rank(asker, month - 1, world.Flagged, (s, m) => world.Fact(s, m, "a")) : null),
        ("sumOf(within(team, a), 2)", (world, asker, month) => world.Has(asker, month) && world.Has(asker, month - 1)
            ? world.Within(asker, month, (s, m) => world.Fact(s, m, "a")) + world.Within(asker, month - 1, (s, m) => world.Fact(s, m, "a"))
            : null),
        ("ytd(within(team, a, flag))", (world, asker, month) =>
            world.Within(asker, month, (s, m) => world.ToDate(s, m, "a"), world.Flagged)),
        ("within(team, ytd(a), flag)", (world, asker, month) =>
            world.Within(asker, month, (s, m) => world.ToDate(s, m, "a"), world.Flagged)),
        ("ytd(everyone(a / b))", (world, asker, month) => world.Everyone(month, (s, m) => world.ToDate(s, m, "a"), null)
            / NotZero(world.Everyone(month, (s, m) => world.ToDate(s, m, "b"), null))),
        ("previous(ytd(within(team, a)))", (world, asker, month) =>
            world.Has(asker, month - 1) ? world.Within(asker, month - 1, (s, m) => world.ToDate(s, m, "a")) : null),
    ];

    private static readonly Policy Asking = Policy($$"""
        "attributes": { "team": { "type": "text" }, "manager": { "type": "text" }, "flag": { "type": "boolean" } }, "measures": { "a": {}, "b": {}, "peak": { "combine": "max" } },
        "kpis": { {{string.Join(", ", Functions.Select((function, k) => $"\"k{k}\": {{ \"formula\": \"{function.Formula}\" }}"))}} }
        """);

    [Fact]
    public void FunctionsOverOthers_AreWhatAskingEverybodyGives()
    {
        var random = new Random(20261206);
        for (var i = 0; i < Datasets; i++)
        {
            var world = World.Random(random);
            var results = Asking.Evaluate(world.Facts(_ => 0), Month(Months - 1));
            foreach (var asker in results.Subjects)
            {
                for (var k = 0; k < Functions.Length; k++)
                    results[asker][$"k{k}"].Number.MustBe(
                        Functions[k].Model(world, asker, Months - 1), "{0} of {1} in {2}", Functions[k].Formula, asker, world);
            }
        }
    }

    [Fact]
    public void OrderOfSubjectsAndPeriods_ChangesNothing()
    {
        var random = new Random(20261207);
        for (var i = 0; i < Datasets; i++)
        {
            // a cause takes long to put into words, so one function's are looked at
            var (world, explained) = (World.Random(random), random.Next(Functions.Length));
            Results(world.Facts(_ => random.Next()), explained).Should().Be(Results(world.Facts(_ => 0), explained));
        }

        static string Results(Dataset facts, int explained)
        {
            var results = Asking.Evaluate(facts, Month(Months - 1));
            return string.Join("\n", results.Subjects.SelectMany(subject => Functions.Select((_, k) =>
                $"{subject} {k}: {results[subject][$"k{k}"]} {(k == explained ? results[subject][$"k{k}"].Cause : null)}")));
        }
    }

    private static decimal? NotZero(decimal? number) => number == 0 ? null : number;

    private static IEnumerable<decimal>? Values(IReadOnlyCollection<(string, decimal Value)>? members) =>
        members?.Select(member => member.Value);

    private static decimal? Sum(IReadOnlyCollection<(string, decimal Value)>? members) => members?.Sum(member => member.Value);

    /// <summary>What everybody has in every month; null for who is not there.</summary>
    private sealed record World(IReadOnlyDictionary<(string Subject, int Month), IReadOnlyDictionary<string, object?>> Rows)
    {
        public static World Random(Random random)
        {
            var rows = new Dictionary<(string, int), IReadOnlyDictionary<string, object?>>();
            foreach (var (subject, month) in Ids.Take(random.Next(2, Ids.Length + 1))
                .SelectMany(subject => Enumerable.Range(0, Months).Select(month => (subject, month))))
            {
                if (random.Next(8) == 0)
                    continue;
                var isEmpty = random.Next(20) == 0;
                object? Some(int oneIn, object value) => isEmpty || random.Next(oneIn) == 0 ? null : value;
                rows.Add((subject, month), new Dictionary<string, object?>
                {
                    ["team"] = Some(3, random.Half() ? "red" : "blue"), ["manager"] = Some(3, Ids[random.Next(3)]),
                    ["flag"] = Some(5, random.Next(3) > 0),
                    ["a"] = Some(25, (decimal)random.Next(-3, 9)), ["b"] = Some(25, (decimal)random.Next(6)),
                    ["peak"] = Some(25, (decimal)random.Next(9)),
                });
            }

            return new(rows);
        }

        public Dataset Facts(Func<object, int> order) => Dataset.Build(builder =>
        {
            builder.CompleteFrom(Month(0));
            foreach (var ((subject, month), facts) in Rows.OrderBy(row => order(row)))
                builder.Add(subject, Month(month), facts.OrderBy(fact => order(fact)).Select(fact => KeyValuePair.Create(
                    fact.Key, fact.Value is decimal number ? number : fact.Value is bool flag ? flag : (FactValue)(string?)fact.Value)));
        });

        public bool Has(string subject, int month) =>
            Rows.TryGetValue((subject, month), out var facts) && facts.Values.Any(fact => fact is not null);

        public decimal? Fact(string subject, int month, string name) =>
            Rows.TryGetValue((subject, month), out var facts) ? (decimal?)facts[name] : null;

        public object? Attribute(string subject, int month, string name) =>
            Enumerable.Range(0, month + 1).Reverse()
                .Select(m => Rows.TryGetValue((subject, m), out var facts) ? facts[name] : null).FirstOrDefault(value => value is not null);

        public bool? Flagged(string subject, int month) => (bool?)Attribute(subject, month, "flag");

        public bool? FlaggedAndMore(string subject, int month) =>
            Flagged(subject, month) & (Fact(subject, month, "b") is { } b ? b > 2 : null);

        public decimal? ToDate(string subject, int month, string name)
        {
            var first = Enumerable.Range(0, Months).First(m => Has(subject, m));
            var values = Enumerable.Range(first, month - first + 1).Select(m => Fact(subject, m, name)).ToList();
            return values.Contains(null) ? null : values.Sum();
        }

        public decimal? Within(string asker, int month, Func<string, int, decimal?> value, Func<string, int, bool?>? condition = null) =>
            Sum(Members(asker, month, condition, value));

        public decimal? Everyone(int month, Func<string, int, decimal?> value, Func<string, int, bool?>? condition) =>
            Sum(AllOf(month, _ => true, condition, value));

        public decimal? Rank(string asker, int month, Func<string, int, bool?>? condition, Func<string, int, decimal?> value) =>
            Place(asker, Members(asker, month, condition, value));

        public decimal? Place(string asker, List<(string Subject, decimal Value)>? members) =>
            members is not null && members.Exists(member => member.Subject == asker)
                ? 1 + members.Count(member => member.Value > members.Find(own => own.Subject == asker).Value)
                : null;

        public List<(string Subject, decimal Value)>? Members(
            string asker, int month, Func<string, int, bool?>? condition, Func<string, int, decimal?> value) =>
            Attribute(asker, month, "team") is { } team
                ? AllOf(month, subject => team.Equals(Attribute(subject, month, "team")), condition, value)
                : null;

        /// <summary>Null where it is not known of one whether it belongs to them, or what it has.</summary>
        public List<(string Subject, decimal Value)>? AllOf(
            int month, Func<string, bool> belongs, Func<string, int, bool?>? condition, Func<string, int, decimal?> value)
        {
            var members = new List<(string, decimal)>();
            foreach (var subject in Ids.Where(subject => Has(subject, month) && belongs(subject)))
            {
                var holds = condition is null ? true : condition(subject, month);
                if (holds == false)
                    continue;
                if (holds is null || value(subject, month) is not { } number)
                    return null;
                members.Add((subject, number));
            }

            return members;
        }

        public override string ToString() => string.Join(
            "; ",
            Rows.Select(row => $"{row.Key.Subject} {row.Key.Month}: {string.Join(", ", row.Value.Where(fact => fact.Value is not null))}"));
    }
}
