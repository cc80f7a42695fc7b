using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation;

/// <summary>Random ratings of random groups, against one who asks each member about every other.</summary>
public sealed class RatingPropertyTests
{
    private const int Rulesets = 150;

    [Fact]
    public void GradesAndPlaces_AreThoseOfWhoeverAsksEachAboutEveryOther()
    {
        var random = new Random(20261126);
        var seen = new HashSet<string>();
        for (var i = 0; i < Rulesets; i++)
        {
            var rating = RandomRating.Of(random);
            var policy = Policy(rating.Sections());
            for (var round = 0; round < 4; round++)
            {
                var people = People(random);
                var results = policy.Evaluate(Dataset.Build(builder => Add(builder, people, Month(0), random)), Month(0));
                foreach (var person in people)
                {
                    var (expected, actual) = (rating.Expected(person, people), results[person.Id].Ratings.Single());
                    actual.Grade.MustBe(expected.Grade, "{0} is rated by {1}", person, rating);
                    actual.Place.MustBe(expected.Place, "{0} is placed by {1}", person, rating);
                    actual.Members.MustBe(expected.Members, "{0} is counted by {1}", person, rating);
                    if (expected.Cause is { } cause)
                        actual.Cause!.Explain("en").Should().StartWith(cause, "{0} is rated by {1}", person, rating);
                    seen.Add(expected.Kind);
                }
            }
        }

        seen.Should().BeEquivalentTo(
            "placed", "tied", "across a border", "by the line", "below the line", "too small", "out", "no team", "blamed");
    }

    [Fact]
    public void WhatAnEarlierPeriodGives_IsWhatWasGivenInIt()
    {
        var random = new Random(20261127);
        var (values, leavers) = (0, 0);
        for (var i = 0; i < Rulesets; i++)
        {
            var policy = Policy($$"""
                "kpis": { "place": { "formula": "previous(r.place)" }, "best": { "formula": "if(previous(r) = 'g0', 1, 0)" }, "among": { "formula": "previous(r.members)" } },
                {{RandomRating.Of(random).Sections()}}
                """);
            var (then, now) = (People(random), People(random).Where(_ => random.Next(3) > 0).ToList());
            var facts = Dataset.Build(builder =>
            {
                Add(builder, then, Month(0), random);
                Add(builder, now, Month(1), random);
            });
            var (earlier, later) = (policy.Evaluate(facts, Month(0)), policy.Evaluate(facts, Month(1)));
            leavers += then.Count(person => now.All(other => other.Id != person.Id));
            foreach (var person in now.Where(person => then.Any(other => other.Id == person.Id)))
            {
                var (before, after) = (earlier[person.Id].Ratings.Single(), later[person.Id]);
                after["place"].Number.MustBe(before.Place, "{0} had this place", person);
                after["among"].Number.MustBe(before.Members, "{0} was among so many", person);
                after["best"].Number.MustBe(before.Grade is null ? null : before.Grade == "g0" ? 1 : 0, "{0} had this grade", person);
                values += before.Place is null ? 0 : 1;
            }
        }

        (values, leavers).Should().Match<(int, int)>(counts => counts.Item1 > 500 && counts.Item2 > 500);
    }

    /// <summary>Few values, so that many are alike; some are not known.</summary>
    private static List<Person> People(Random random)
    {
        var (count, unknown) = (random.Next(1, 30), random.Half() ? 1_000 : 25);
        return Enumerable.Range(0, count).Select(i => new Person(
            $"{(char)('A' + (i * 31 % 57))}{i}", // in another order than they come
            random.Next(15) == 0 ? null : $"t{random.Next(3)}",
            random.Maybe(unknown, random.Next(5) > 0),
            random.Maybe(unknown, random.Next(-2, 7) / 2m),
            random.Maybe(unknown, random.Next(3) / 10m),
            random.Maybe(unknown, (decimal)random.Next(2)))).ToList();
    }

    private static void Add(DatasetBuilder builder, IEnumerable<Person> people, Period period, Random random)
    {
        foreach (var person in people.OrderBy(_ => random.Next()))
        {
            builder.Add(
                person.Id,
                period,
                ("team", person.Team is { } team ? team : default(FactValue)),
                ("in", person.In is { } isIn ? isIn : default(FactValue)),
                ("v", Value(person.V)), ("w", Value(person.W)), ("u", Value(person.U)));
        }
    }

    private static FactValue Value(decimal? number) => number is { } known ? known : default(FactValue);

    private sealed record Person(string Id, string? Team, bool? In, decimal? V, decimal? W, decimal? U);

    private sealed record Expectation(string Kind, string? Grade, int? Place, int? Members, string? Cause = null);

    /// <param name="Hundredths">Of the places, by grade.</param>
    /// <param name="Then">How many formulas part equals: the first by what is higher, the second by what is lower.</param>
    /// <param name="From">By grade; null for none.</param>
    private sealed record RandomRating(
        int[] Hundredths, bool HasRest, bool LowerFirst, bool AmongTeams, bool HasWhen, int Then, bool TiedAsWorst, int Smallest,
        decimal[]? From)
    {
        public static RandomRating Of(Random random)
        {
            var hundredths = new int[random.Next(1, 6)];
            for (var left = 100; left > 0;)
            {
                var part = Math.Min(left, random.Next(1, 20) * 5);
                hundredths[random.Next(hundredths.Length)] += part;
                left -= part;
            }

            var from = Enumerable.Range(-1, 8)
                .Select(half => half / 2m)
                .OrderBy(_ => random.Next())
                .Take(hundredths.Length)
                .OrderBy(bound => bound).ToArray();
            var lowerFirst = random.Half();
            return new(
                hundredths, random.Half(), lowerFirst, random.Half(), random.Half(), random.Next(3), random.Half(), random.Next(1, 7),
                random.Next(3) == 0 ? null : lowerFirst ? from : from.Reverse().ToArray());
        }

        public string Sections()
        {
            string Share(int i) => HasRest && i == 0 ? "\"rest\"" : (Hundredths[i] / 100m).ToString(CultureInfo.InvariantCulture);
            string Bound(int i) => From is null ? "" : FormattableString.Invariant($", \"from\": {From[i]}");
            var grades = Hundredths.Select((_, i) => $$"""{ "grade": "g{{i}}", "share": {{Share(i)}}{{Bound(i)}} }""");
            return $$"""
                "attributes": { "team": { "type": "text" }, "in": { "type": "boolean" } }, "measures": { "v": {}, "w": {}, "u": {} },
                "ratings": { "r": {
                  "on": "v", "then": [{{string.Join(", ", new[] { "\"w\"", "\"-u\"" }.Take(Then))}}], "smallest": {{Smallest}}, "grades": [ {{string.Join(", ", grades)}} ]
                  {{(AmongTeams ? ", \"among\": \"team\"" : "")}} {{(HasWhen ? ", \"when\": \"in\"" : "")}}
                  {{(LowerFirst ? ", \"better\": \"lower\"" : "")}} {{(TiedAsWorst ? ", \"ties\": \"worse\"" : "")}}
                } }
                """;
        }

        public Expectation Expected(Person person, IReadOnlyList<Person> all)
        {
            if (AmongTeams && person.Team is null)
                return new("no team", null, null, null, "'team' is missing");
            if (HasWhen && person.In == false)
                return new("out", null, null, null, "the subject does not take part in 'r'");
            var group = all.Where(other => !AmongTeams || other.Team == person.Team).ToList();
            var blamed =
                group.Where(other => (HasWhen && other.In is null) || ((!HasWhen || other.In == true) && IsUnknown(other))).ToList();
            if (blamed.Count > 0)
            {
                var first = blamed.MinBy(other => other.Id, StringComparer.Ordinal)!;
                return new("blamed", null, null, null, HasWhen && first.In is null
                    ? $"whether {first.Id} counts is not known (in)"
                    : $"'{(first.V is null ? "v" : first.W is null && Then > 0 ? "w" : "-u")}' of {first.Id} is not available");
            }

            var members = group.Where(other => !HasWhen || other.In == true).ToList();
            var (before, alike) = (
                members.Count(other => IsBefore(other, person)),
                members.Count(other => !IsBefore(other, person) && !IsBefore(person, other)));
            var (place, count) = (before + 1, members.Count);
            if (count < Smallest)
                return ByTheLine(person, place, count);
            var (best, worst) = (GradeAt(place, count), GradeAt(before + alike, count));
            var kind = best != worst ? "across a border" : alike > 1 ? "tied" : "placed";
            return new(kind, $"g{(TiedAsWorst ? worst : best)}", place, count);
        }

        private bool IsUnknown(Person person) => person.V is null || (Then > 0 && person.W is null) || (Then > 1 && person.U is null);

        private bool IsBefore(Person one, Person other)
        {
            if (one.V != other.V)
                return LowerFirst ? one.V < other.V : one.V > other.V;
            if (Then > 0 && one.W != other.W)
                return one.W > other.W;
            return Then > 1 && one.U < other.U;
        }

        private Expectation ByTheLine(Person person, int place, int count)
        {
            if (From is null)
                return new("too small", null, place, count, $"a group of {count} is too small for 'r'");
            var reached = Enumerable.Range(0, From.Length).Where(i => From[i] <= person.V).ToList();
            return reached.Count == 0
                ? new("below the line", null, place, count, "'v' lies below every grade")
                : new("by the line", $"g{reached.MaxBy(i => From[i])}", place, count);
        }

        /// <summary>Whole places first; then one each, as long as there are any, to whom the most is missing, the earlier first.</summary>
        private int GradeAt(int place, int count)
        {
            var places = Hundredths.Select(part => part * count / 100).ToArray();
            var missing = Hundredths.Select(part => part * count % 100).ToArray();
            while (places.Sum() < count)
            {
                var next = Array.IndexOf(missing, missing.Max());
                (places[next], missing[next]) = (places[next] + 1, -1);
            }

            return Enumerable.Range(0, places.Length).First(grade => places.Take(grade + 1).Sum() >= place);
        }
    }
}
