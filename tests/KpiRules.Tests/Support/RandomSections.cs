using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Support;

/// <summary>What every section of a ruleset can say, and random facts for it: many missing, many alike, many 0.</summary>
internal static class RandomSections
{
    private const int Subjects = 40;

    private static readonly decimal?[] Numbers =
        [null, null, 0, 0, 1, 1, 2, 3, -1, -2, 0.5m, 1.5m, -2.5m, 10, 99.995m, -100.005m, 1m / 3, 2m / 3, 12345.678m];
    private static readonly string?[] Texts = [null, "A", "B", "a", "é", "中", "", "x\"y\\z"];

    public static TheoryData<string, string> All => new()
    {
        { "steps", """
            "incentives": {
              "plain": { "amount": { "on": "a", "steps": [ { "from": 1, "value": 5 }, { "from": 2, "value": "b" }, { "from": 10, "value": -3 } ] } },
              "mixed": { "amount": { "on": "a", "steps": [ { "from": -1, "value": 2 }, { "from": "b", "value": 4 }, { "from": 1, "value": 1.5 } ] } },
              "below": { "amount": { "on": "a", "steps": [ { "from": -2, "value": "b * 2" } ] } },
              "scaled": { "amount": { "on": "a", "per": "b", "steps": [ { "from": 0, "value": 5 }, { "from": 0.5, "value": "c" }, { "from": 1, "value": 7 } ] } },
              "tuned": { "amount": { "on": "a", "per": "quota", "steps": [ { "from": "p", "value": 5 }, { "from": "b", "value": "c" }, { "from": "c", "value": "1 / a" } ] } }
            }
            """ },
        { "marginal", """
            "incentives": {
              "plain": { "amount": { "on": "a", "marginal": [ { "from": 0, "rate": 0.1 }, { "from": 2, "rate": "b" }, { "from": 10, "rate": -0.3 } ] } },
              "mixed": { "amount": { "on": "a", "marginal": [ { "from": -1, "rate": 0 }, { "from": "b", "rate": 4 }, { "from": 1, "rate": 1.5 } ] } },
              "later": { "amount": { "on": "a", "marginal": [ { "from": 1, "rate": 0.1 }, { "from": 2, "rate": "1 / c" } ] } },
              "below": { "amount": { "on": "a", "per": "quota", "marginal": [ { "from": -2, "rate": "b" } ] } },
              "scaled": { "amount": { "on": "a", "per": "b", "marginal": [ { "from": 0, "rate": 0.05 }, { "from": 1, "rate": "c" }, { "from": 2, "rate": 1 } ] } },
              "tuned": { "amount": { "on": "a", "marginal": [ { "from": "c", "rate": "p" }, { "from": "b", "rate": "c" }, { "from": "b + c", "rate": "a" } ] } },
              "year": { "amount": { "on": "s", "accumulate": "ytd", "per": "quota", "marginal": [ { "from": 0, "rate": 0.1 }, { "from": 2, "rate": 0.3 } ] } },
              "quarter": { "amount": { "on": "s", "accumulate": "qtd", "per": "t", "marginal": [ { "from": 0, "rate": 0.1 }, { "from": 1, "rate": "p" } ] } }
            }
            """ },
        { "points", """
            "incentives": {
              "plain": { "amount": { "on": "a", "points": [ { "at": 0, "value": 5 }, { "at": 1, "value": "b" }, { "at": 3, "value": -3 } ] } },
              "jump": { "amount": { "on": "a", "points": [ { "at": 0, "value": 5 }, { "at": 1, "value": 0 }, { "at": 1, "value": "b" }, { "at": 3, "value": "c" } ] } },
              "mixed": { "amount": { "on": "a", "points": [ { "at": -1, "value": 2 }, { "at": "b", "value": 4 }, { "at": 1, "value": 1.5 } ] } },
              "flat": { "amount": { "on": "a", "points": [ { "at": 1, "value": "b" } ] } },
              "scaled": { "amount": { "on": "a", "per": "b", "points": [ { "at": 0, "value": 5 }, { "at": 1, "value": "c" }, { "at": 2, "value": 7 } ] } },
              "tuned": { "amount": { "on": "a", "points": [ { "at": "b", "value": 5 }, { "at": "c", "value": 7 }, { "at": "b + c", "value": "a * b" }, { "at": 10, "value": "c" } ] } },
              "many": { "amount": { "on": "a + b + c", "points": [ { "at": -3, "value": "a - 1000000001" }, { "at": -2, "value": "b - 1000000002" }, { "at": -1, "value": 3 }, { "at": 0, "value": 4 }, { "at": 0, "value": "c + 1000000005" }, { "at": 1, "value": 6 },
                { "at": 2, "value": "a + 1000000007" }, { "at": 2, "value": 8 }, { "at": 5, "value": "a + 1000000010" }, { "at": 5, "value": 11 }, { "at": 6, "value": 9 } ] } }
            }
            """ },
        { "releases", """
            "incentives": {
              "halves": { "amount": "a", "release": [ { "share": 0.5 }, { "share": 0.5, "after": 1 } ] },
              "asked": { "appliesTo": "flag", "gate": "b > 0", "amount": "a / b", "release": [ { "share": 0.3 }, { "share": 0.3, "when": "c > 0" }, { "share": "rest", "after": 1, "when": "x = 0 and b > 0", "until": 2 } ] },
              "sevenths": { "amount": "100 * a", "release": [ { "share": 0.142857 }, { "share": 0.142857 }, { "share": 0.142857 }, { "share": 0.142857 }, { "share": 0.142857 }, { "share": 0.142857 }, { "share": "rest" } ] },
              "none": { "amount": "a", "release": [ { "share": 0, "when": "c > 0" }, { "share": "p", "after": 3 }, { "share": 0 } ] },
              "every": { "every": "quarter", "amount": "qtd(s)", "release": [ { "share": 0.7 }, { "share": "rest", "after": 2, "when": "flag", "until": 4 } ] },
              "each": { "each": "deals", "amount": "amount", "release": [ { "share": "rest" }, { "share": 0.2, "after": 1 } ] },
              "pool": { "pool": { "amount": "100.01", "among": "text", "share": "s" }, "release": [ { "share": 0.5 }, { "share": 0.5, "when": "a > 0" } ] },
              "plain": { "amount": "a + halves" }
            }
            """ },
        { "cases and grids", """
            "incentives": {
              "open": { "amount": { "on": "text", "cases": { "A": 1, "B": "a", "中": "1 / b", "é": -1 } } },
              "closed": { "amount": { "on": "text", "cases": { "a": 2, "x\"y\\z": "c" }, "else": "a / b" } },
              "grid": { "amount": { "rows": { "on": "a", "from": [0, 1, 3] }, "columns": { "on": "b", "from": [0, 0.5] }, "values": [[1, 2], ["c", 4], [5, "a / c"]] } },
              "tuned": { "amount": { "rows": { "on": "a", "from": ["b", "p", "c"] }, "columns": { "on": "b", "from": ["c"] }, "values": [[1], ["c"], [5]] } }
            }
            """ },
        { "blocks", """
            "incentives": {
              "plain": { "amount": { "on": "a", "blocks": { "size": 0.5, "value": 3 } } },
              "later": { "amount": { "on": "a", "blocks": { "from": "b", "size": 1.5, "value": "1 / c", "most": 4 } } },
              "nested": { "amount": { "on": "a", "blocks": { "from": -2, "size": 1, "value": { "on": "b", "steps": [ { "from": 0, "value": "c" } ] } } } }
            }
            """ },
        { "attainment", """
            "kpis": {
              "up": { "formula": "a", "target": "given", "unit": "money" }, "down": { "formula": "a", "target": "b", "better": "lower" }, "near": { "formula": "a", "target": "b", "better": "nearer" },
              "high": { "formula": "a", "target": "b", "status": { "green": "c", "yellow": 0.5 }, "appliesTo": "flag" }, "fixed": { "formula": "a", "target": -2 }, "fixednear": { "formula": "a", "target": -2, "better": "nearer" }, "fixedlow": { "formula": "a", "target": 3, "better": "lower" },
              "scored": { "formula": "a", "target": "c", "score": { "points": [ { "at": 0.5, "value": 0 }, { "at": 1, "value": 100 }, { "at": 1, "value": "b" } ] } },
              "own": { "formula": "a", "target": 0, "attainment": "a + b", "score": "clamp(a, b, c)" }
            }
            """ },
        { "scorecard without what is missing", Card("exclude", "\"grades\": [ { \"grade\": \"good\", \"from\": \"b\" }, "
            + "{ \"grade\": \"fair\", \"from\": \"c * 10\" }, { \"grade\": \"poor\", \"from\": 0 } ]") },
        {
            "scorecard with 0 for it",
            Card("zero", "\"grades\": [ { \"grade\": \"good\", \"from\": 90 }, { \"grade\": \"fair\", \"from\": 50 } ]")
        },
        { "scorecard with it", Card("notAvailable", "\"perspectives\": { \"one\": 50, \"two\": 0, \"three\": 20 }") },
        { "scorecard of perspectives", Card("exclude", "\"perspectives\": { \"one\": 50, \"two\": 0, \"three\": 20 }") },
        { "incentives", """
            "incentives": {
              "gated": { "appliesTo": "flag", "gate": "a > b", "basis": "a", "rate": "c / 7", "multiplier": "if(b > 0, 1.25, c)", "min": "b", "max": 5 },
              "drawn": { "gate": "a > 0", "amount": "a", "draw": { "amount": 2, "recoverable": true } }, "floor": { "amount": "b", "appliesTo": "flag or a > 1", "draw": { "amount": "c", "recoverable": false } },
              "each": { "each": "deals", "appliesTo": "kind != 'B'", "gate": "amount > a", "amount": "amount * b", "max": 10 },
              "pooled": { "pool": { "amount": 100.01, "among": "text", "share": "default(b, 1) * default(b, 1)", "when": "default(a, 0) >= 0" } },
              "quarterly": { "every": "quarter", "amount": "sumOf(a, 3)" }, "net": { "amount": "gated + default(drawn, 0) - 1 / c" }, "penalty": { "kind": "penalty", "amount": "-Abs(a) / 3" }
            }
            """ },
        { "numbers", Kpis(
            "Round(a, b)", "Round(a, -1)", "Round(c * 100, -2)", "Round(a / 3, 5)", "Round(x, -2)", "Pow(x, -2)", "Pow(a, -3)", "Pow(a, 0)",
            "Pow(a, 5)", "Pow(x / 1000, -3)", "Sqrt(a)", "Sqrt(a / b)", "Sqrt(x)",
            "clamp(a, b, c)", "clamp(a, 0, 5)", "Max(a, b, x)", "Sign(a) + Truncate(b) - Floor(c) * Ceiling(a)", "a % b", "a / b / c",
            "-(a - (b - c))", "Pow(2, -3) * a", "Sqrt(2) * a", "default(x, a) + default(a, x)", "default(Pow(x, -2), 4)",
            "a * 1.50 / 3 % 0.7",
            "if(available(x), a, b)", "if(between(x, 0, 3), 1 / a, a / (b - b))", "10万 * a") },
        { "conditions", Kpis(
            "if(in(a, b, 1, c), 1, 2)", "if(in(a, 1, 2), 1, 2)", "if(in(text, 'A', other), 1, 2)", "if(between(a, b, c), 1, 2)",
            "if(between(text, 'A', other), 1, 2)", "if(between(day, #2026-01-01#, until), 1, 2)", "if(in(day, until, #2026-02-01#), 1, 2)",
            "if(flag = (a > b), 1, 2)", "if(in(flag, a > b, b > c), 1, 2)", "if(text < other, 1, 2)", "if(text >= 'a', 1, 2)",
            "if(text = other, 1, 2)", "if(text != '', 1, 2)",
            "if(default(text, 'x\"y') = 'x\"\"y\\\\z' or text = 'x\"y\\\\z', 1, 2)", "if(default(flag, a > b), 1, 2)",
            "if(not flag and (a > b or c > 0), 1, 2)", "if(day > until, daysBetween(until, day), daysBetween(day, until))",
            "if(available(text), 1, 2)", "if(flag, if(a > b, 1, c), 3)") },
        { "calendar", Kpis(
            "elapsed() * a", "remaining()", "periodDays()", "year() + month() * quarter()", "activeDays(day, until)",
            "activeDays(day, #2026-02-10#)", "activeDays(#2026-02-10#, until)", "previous(elapsed() + activeDays(day, until), 2)",
            "if(activeDays(day, until) > 3, a, b)", "daysBetween(periodStart(), day)", "if(between(day, periodStart(), periodEnd()), a, b)",
            "daysBetween(day, asOf()) * a",
            "previous(daysBetween(periodStart(), asOf()) + daysBetween(until, periodEnd()), 2)",
            "monthsBetween(day, until)", "monthsBetween(#2026-01-31#, addMonths(day, c))", "daysBetween(#2026-02-28#, addDays(until, a))",
            "daysBetween(day, addMonths(until, a * 10000))", "if(addMonths(day, 1) > until, a, b)",
            "monthsBetween(day, addDays(periodEnd(), 1))") },
        { "time", Kpis(
            "previous(a, 2)", "sameLastYear(a)", "ytd(s)", "qtd(s) / ytd(t)", "growth(a, 2)", "if(declining(a, 2), 1, 2)",
            "if(rising(a - b, 2), 1, 2)", "averageOf(a * b, 3)", "sumOf(x, 2)", "previous(ytd(s), 1)", "previous(averageOf(a, 2) / b, 1)",
            "default(previous(x, 1), a)") },
        {
            "people",
            Kpis("within(text, s)", "everyone(s, flag)", "share(text, s)", "rank(text, a)", "headcount(text)", "within(text, ytd(s)) / b")
        },
        { "ratings", """
            "kpis": { "earlier": { "formula": "previous(plain.place)" }, "best": { "formula": "sumOf(if(default(tied, '') = 'A', 1, 0), 2)" }, "among": { "formula": "headcount(text, default(tied, '') != 'A')" } },
            "ratings": {
              "plain": { "on": "x", "grades": [ { "grade": "A", "share": 0.2 }, { "grade": "B", "share": "rest" } ] },
              "tied": { "on": "default(a, b)", "then": ["default(c, 0)", "-s"], "when": "available(a) or available(b)", "among": "text", "better": "lower", "ties": "worse", "smallest": 4,
                "grades": [ { "grade": "A", "share": 0.3, "from": "c" }, { "grade": "B", "share": 0.4, "from": "b * 2" }, { "grade": "C", "share": 0.3, "from": 0 } ] },
              "small": { "on": "s", "when": "flag", "among": "other", "smallest": 3, "grades": [ { "grade": "A", "share": 0.5 }, { "grade": "B", "share": 0.5 } ] },
              "again": { "on": "default(plain.place, 0) / default(tied.members, 1)", "among": "text", "grades": [ { "grade": "A", "share": 0.5, "from": 3 }, { "grade": "B", "share": 0.5, "from": -1 } ], "smallest": 100 }
            }
            """ },
        { "smart", """
            "kpis": { "good": { "title": "Good", "formula": "s", "target": "b", "unit": "money", "weight": 30 }, "another": { "formula": "a", "target": "c", "weight": 70 }, "waived": { "formula": "a", "target": 60, "smart": false, "reason": "pilot" } },
            "smart": { "specific": { "require": [ "title" ] }, "measurable": { "require": [ "target", "formula" ] }, "achievable": { "baseline": "averageOf(value, 3)", "from": 1.0, "to": 1.3 },
              "relevant": { "require": [ "title" ], "weight": { "from": 5, "to": 40 } }, "timeBound": { "longest": "year" } }
            """ },
        { "warnings", """
            "warnings": {
              "plain": { "when": "a > b" }, "three": { "when": { "info": "a > 0", "warning": "b > 0", "critical": "c > 0" }, "for": 2, "until": "a < b" },
              "long": { "when": { "info": "a > 0", "critical": "a > b" }, "until": "c > 0" }, "slow": { "when": "a >= 0", "severity": "critical", "for": 3 }
            }, "settings": { "lookback": 3 }
            """ },
        { "control charts", Kpis(
            "zscore(u, 3)", "zscore(s / 3, 4)", "zscore(s / t, 3)", "if(beyond(s / 3, 3, 1), 1, 2)", "if(beyond(u, 3, b), 1, 2)",
            "if(sameSide(s / 7, 2), 1, 2)", "if(monotone(u, 3), 1, 2)") },
        { "tables", """
            "tables": {
              "own": { "keys": [ { "name": "text" }, { "name": "from", "type": "number", "match": "from" } ],
                "values": { "v": {}, "it": { "type": "text" }, "flag": { "type": "boolean" }, "day": { "type": "date" } },
                "rows": [ { "text": "A", "from": 0, "v": 1.50, "it": "low", "flag": true, "day": "2026-02-01" }, { "text": "A", "from": "200%", "v": "10万", "it": "x\"y", "flag": false }, { "text": "", "from": -2, "v": 3 } ],
                "else": { "v": -1, "it": "else", "flag": false } },
              "two": { "keys": [ { "name": "f", "type": "boolean" }, { "name": "n", "type": "number" }, { "name": "d", "type": "date", "match": "from" } ],
                "values": { "v": { "unit": "money" } }, "rows": [ { "f": true, "n": 1, "d": "2026-02-10", "v": 5 }, { "f": true, "n": 1, "d": "2026-05-01", "v": 6 }, { "f": false, "n": 0, "d": "2026-01-01", "v": 7 } ] },
              "of_kind": { "keys": [ { "name": "kind" } ], "values": { "v": { "min": -1.5 }, "w": { "type": "text" } }, "rows": "given", "else": { "v": 4 } },
              "by_bound": { "keys": [ { "name": "kind" }, { "name": "from", "type": "number", "match": "from" } ], "values": { "v": {}, "w": { "type": "text" } }, "rows": "given" }
            },
            """
            + Kpis(
                "lookup(own.v, text, a)", "if(lookup(own.it, text, a) = other, 1, if(lookup(own.flag, text, b), 2, 3))",
                "daysBetween(lookup(own.day, text, a), day)", "lookup(two.v, flag, b, day) * c",
                "lookup(of_kind.v, text) + lookup(by_bound.v, other, a / b)",
                "previous(lookup(of_kind.v, text), 2)", "sumOf(lookup(by_bound.v, text, c), 2)", "if(lookup(of_kind.w, other) = 'A', 1, 2)",
                "sum(deals, amount * lookup(of_kind.v, kind))", "ytd(sum(deals, lookup(by_bound.v, kind, amount)))",
                "count(deals, lookup(own.flag, kind, amount))",
                "default(lookup(own.v, lookup(of_kind.w, text), lookup(by_bound.v, 'A', 1)), 8)",
                "everyone(sum(deals, amount * lookup(own.v, kind, amount)))") },
        { "odd names", """
            "kpis": { "it": { "formula": "a" }, "null": { "formula": "[it] + b" }, "Math": { "formula": "Abs([null])" }, "input1": { "formula": "[Math] + 1" }, "IT": { "formula": "[input1] + [it]" }, "S": { "formula": "s + [IT]" }, "Item": { "formula": "a" },
              "🙂": { "formula": "[S] + 1" }, "a b": { "formula": "[🙂]" }, "a_b": { "formula": "[a b] * 2" }, "1": { "formula": "[a_b]" }, "ToString": { "formula": "Equals + a" }, "回款 率%": { "formula": "[1] + [ToString]" }, "$(a)": { "formula": "a" }, "a\"b\\c": { "formula": "b" }, "_": { "formula": "b" }, "²": { "formula": "b" }, "ⅷ": { "formula": "c" }, "が": { "formula": "c" },
              "has_facts": { "formula": "previous(a, 1)" }, "period_days": { "formula": "periodDays()" }, "a_1_ago": { "formula": "previous(a, 1) + 1" }, "ıİ": { "formula": "a" }, "payout2": { "formula": "[回款 率%]" } }
            """ },
    };

    /// <summary>A policy with a section, over facts that all sections share.</summary>
    public static Policy Read(string section) => ReadText(Text(section));

    public static string Text(string section) => $$"""
        { "id": "x", "version": "1", "parameters": { "p": 1, "quota": 2.5 },
          "measures": { "a": {}, "b": {}, "c": {}, "x": { "default": 0 }, "s": { "default": 0.5 }, "t": {}, "u": {}, "Equals": {} },
          "attributes": { "flag": { "type": "boolean" }, "text": { "type": "text" }, "other": { "type": "text" }, "day": { "type": "date" }, "until": { "type": "date" } },
          "records": { "deals": { "fields": { "amount": {}, "kind": { "type": "text" } } } },
          {{section}} }
        """;

    public static Policy ReadText(string ruleset)
    {
        var read = Policy.Read(ruleset);
        read.Policy.Should().NotBeNull(string.Join("\n", read.Diagnostics));
        return read.Policy!;
    }

    private static string Card(string missing, string more) => $$"""
        "kpis": { "k": { "formula": "a", "target": 2, "weight": 20, "perspective": "one" }, "l": { "formula": "b", "target": "c", "weight": 30, "perspective": "one", "appliesTo": "flag" },
          "m": { "formula": "c", "target": "a", "weight": 0, "perspective": "two" }, "n": { "formula": "a / b", "target": "b", "weight": 50, "perspective": "three", "appliesTo": "a > 0" } },
        "scorecard": { "missing": "{{missing}}", {{more}} }
        """;

    private static string Kpis(params string[] formulas) =>
        $"\"kpis\": {{ {string.Join(", ", formulas.Select(Kpi))} }}";

    private static string Kpi(string formula, int number) =>
        $"\"k{number}\": {{ \"formula\": {Newtonsoft.Json.JsonConvert.ToString(formula)} }}";

    /// <param name="policy">Whose releases have something deferred in every month; null for none.</param>
    public static Dataset Facts(Random random, Policy? policy = null) => Dataset.Build(facts =>
    {
        for (var i = 0; i < Subjects; i++)
        {
            for (var month = 1; month <= 6; month++)
            {
                var (subject, period) = ($"s{i}", $"2026-{month:00}");
                if (random.Next(8) == 0)
                    continue;
                foreach (var name in new[] { "a", "b", "c", "x", "s", "t", "u", "Equals" })
                {
                    if (Pick(random, Numbers) is { } number)
                        facts.Add(subject, period, (name, number));
                }

                if (random.Next(3) != 0)
                    facts.Add(subject, period, ("flag", random.Next(2) == 0));
                foreach (var name in new[] { "text", "other" })
                {
                    if (Pick(random, Texts) is { } text)
                        facts.Add(subject, period, (name, text));
                }

                foreach (var name in new[] { "day", "until" })
                {
                    if (random.Next(3) != 0)
                        facts.Add(subject, period, (name, new DateTime(2026, 1, 1).AddDays(random.Next(180))));
                }

                for (var row = random.Next(4); row > 0; row--)
                    facts.AddRecord(subject, period, "deals", ("amount", Pick(random, Numbers) ?? 5), ("kind", Pick(random, Texts) ?? "A"));
            }
        }

        AddTables(facts, random);
        foreach (var list in policy?.Incentives.Select(incentive => incentive.Openings).OfType<string>() ?? [])
            AddOpenings(facts, random, list);
    });

    /// <summary>Some of them of no part, overdue, without an amount, or nothing but that something may have been deferred.</summary>
    private static void AddOpenings(DatasetBuilder facts, Random random, string list)
    {
        for (var month = 1; month <= 6; month++)
        {
            var period = Period.Parse($"2026-{month:00}");
            for (var subject = 0; subject < Subjects; subject++)
            {
                for (var record = random.Next(4); record > 0; record--)
                {
                    var earned = period.Add(-record);
                    var due = period.Add(random.Next(-1, 3));
                    var until = due.Add(random.Next(random.Next(8) == 0 ? 1 : 3));
                    var isKnown = random.Next(12) != 0;
                    facts.AddRecord(
                        $"s{subject}", period, list, new (string Field, FactValue Value)[]
                        {
                            ("earned", earned.ToString()),
                            ("until", until.ToString()),
                            ("due", isKnown ? due.ToString() : default(FactValue)),
                            ("part", isKnown ? random.Next(1, 3) : default(FactValue)),
                            ("amount", isKnown && random.Next(8) != 0 ? random.Next(-500, 2000) / 100m : default(FactValue)),
                        }.Where(field => field.Value.Kind is not null)
                            .Select(field => new KeyValuePair<string, FactValue>(field.Field, field.Value)));
                }
            }
        }
    }

    /// <summary>Rows of tables, some of them alike, and some with what is wrong.</summary>
    private static void AddTables(DatasetBuilder facts, Random random)
    {
        for (var month = 0; month <= 6; month += random.Next(1, 4))
        {
            Period? period = month == 0 ? null : Period.Parse($"2026-{month:00}");
            foreach (var table in new[] { "of_kind", "by_bound" })
            {
                for (var row = random.Next(6); row > 0; row--)
                {
                    facts.AddTableRow(table, period, new Dictionary<string, FactValue>
                    {
                        ["kind"] = Pick(random, Texts),
                        ["from"] = random.Next(8) == 0 ? "far" : Pick(random, Numbers),
                        ["v"] = random.Next(8) == 0 ? "much" : Pick(random, Numbers),
                        ["w"] = Pick(random, Texts),
                    });
                }
            }
        }
    }

    private static T Pick<T>(Random random, T[] choices) => choices[random.Next(choices.Length)];
}
