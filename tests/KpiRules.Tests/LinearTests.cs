using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.FollowingUp;
using KpiRules.Reading;
using KpiRules.Rulesets;
using KpiRules.Testing;
using Xunit;

namespace KpiRules.Tests;

/// <summary>
/// Reading and running costs memory as the length of the input grows, not as its square: held by what inputs of n and of 4n
/// allocate.
/// </summary>
public sealed class LinearTests
{
    /// <summary>Four times as much, and some for what grows by doubling; a square would be sixteen.</summary>
    private const double Most = 6;

    private static readonly Policy Known = Policy.Read(Ruleset("""
        "measures": { "a": {} }, "attributes": { "t": { "type": "text", "values": ["p", "q"] } }, "kpis": { "k": { "formula": "if(t = 'p', a, 0)" } }
        """)).Policy!;

    private static readonly Dictionary<string, (int Count, Func<int, string> Ruleset)> Rulesets = new()
    {
        ["zeros behind the point"] = (5_000, n => Parameter("1." + new string('0', n))),
        ["zeros before the point"] = (5_000, n => Parameter("1" + new string('0', n) + "e-" + n)),
        ["digits"] = (5_000, n => Parameter(new string('9', n))),
        ["digits of an exponent"] = (5_000, n => Parameter("1e" + new string('9', n))),
        ["zeros of an exponent"] = (5_000, n => Parameter("1e-" + new string('0', n) + "1")),
        ["a long name above many values"] = (1_000, n => Ruleset($"\"{new string('y', n)}\": [{Each(n, _ => "1")}]")),
        ["a long name above many names"] = (
            1_000, n => Section("measures", $"\"{new string('y', n)}\": {{ {Each(n, i => $"\"m{i}\": 1")} }}")),
        ["unknown properties"] = (1_000, n => Ruleset(Each(n, i => $"\"titel{i}\": 1"))),
        ["unknown properties beside missing ones"] = (500, n => $"{{ {Each(n, i => $"\"idd{i}\": 1")} }}"),
        ["properties twice"] = (1_000, n => Section("measures", Each(n, _ => "\"m\": {}"))),
        ["ids twice"] = (500, n => Ruleset($"\"measures\": {{ {Each(n, i => $"\"m{i}\": {{}}")} }}, "
            + $"\"records\": {{ {Each(n, i => $"\"m{i}\": {{ \"fields\": {{}} }}")} }}")),
        ["names nobody knows"] = (500, n => Ruleset($"\"measures\": {{ {Each(n, i => $"\"measure{i}\": {{}}")} }}, "
            + $"\"kpis\": {{ {Each(n, i => $"\"k{i}\": {{ \"formula\": \"measurre{i}\" }}")} }}")),
        ["texts that a value never is"] = (500, n => Ruleset(
            $"\"attributes\": {{ \"t\": {{ \"type\": \"text\", \"values\": [{Each(n, i => $"\"v{i}\"")}] }} }}, "
                + $"\"kpis\": {{ {Each(n, i => $"\"k{i}\": {{ \"formula\": \"if(t = 'w{i}', 1, 0)\" }}")} }}")),
        ["a circle"] = (500, n => Kpis(Each(n, i => $"\"k{i}\": {{ \"formula\": \"k{(i + 1) % n}\" }}"))),
        ["circles in each other"] = (500, n => Kpis(Each(n, i => $"\"k{i}\": {{ \"formula\": \"k{(i + 1) % n} + k0 + k{i / 2}\" }}"))),
        ["a chain"] = (
            500, n => Kpis($"\"k0\": {{ \"formula\": \"a\" }}, {Each(n, i => $"\"k{i + 1}\": {{ \"formula\": \"k{i} + 1\" }}")}")),
        ["a chain to date"] = (300, n => Kpis($"\"k0\": {{ \"formula\": \"a\" }}, "
            + $"{Each(n, i => $"\"k{i + 1}\": {{ \"formula\": \"k{i} + a\" }}, \"y{i}\": {{ \"formula\": \"ytd(k{i})\" }}")}")),
        ["braces alone"] = (2_000, n => Message(Times("}a", n))),
        ["holes"] = (2_000, n => Message(Times("{a}", n))),
        ["holes that name nothing known"] = (1_000, n => Message(Times("{b}", n))),
        ["comments"] = (5_000, n => Ruleset(Times("/* a */", n) + "\"title\": \"x\"")),
        ["comments that stay open"] = (5_000, n => Ruleset("\"title\": \"x\" " + Times("/*", n))),
        ["control characters"] = (5_000, n => Ruleset($"\"title\": \"{new string('\u0001', n)}\"")),
        ["bad escapes"] = (5_000, n => Ruleset($"\"title\": \"{Times("\\ud800", n)}\"")),
        ["words that are no values"] = (5_000, n => Ruleset($"\"tests\": [{Each(n, _ => "NaN")}]")),
        ["names without quotes"] = (2_000, n => $"{{ {Each(n, i => $"a{i}: 1")} }}"),
        ["brackets that stay open"] = (5_000, n => Times("[", n)),
        ["perspectives"] = (200, n => Ruleset($"\"measures\": {{ \"a\": {{}} }}, "
            + $"\"kpis\": {{ {Each(n, ScoredKpi)} }}, "
            + $"\"scorecard\": {{ \"perspectives\": {{ {Each(n, i => $"\"p{i}\": {{ \"weight\": 1 }}")} }} }}")),
        ["incentives"] = (200, n =>
            Ruleset($"\"measures\": {{ \"a\": {{}} }}, \"incentives\": {{ {Each(n, i => $"\"i{i}\": {{ \"amount\": \"a\" }}")} }}")),
        ["ratings"] = (200, n => Ruleset("\"measures\": { \"a\": {} }, \"ratings\": { "
            + Each(n, i => $"\"r{i}\": {{ \"on\": \"a\", \"grades\": [ {{ \"grade\": \"A\", \"share\": 1 }} ] }}") + " }")),
        ["grades of a rating"] = (200, n => Ruleset("\"measures\": { \"a\": {} }, \"ratings\": { \"r\": { \"on\": \"a\", \"grades\": [ "
            + Each(n, i => $"{{ \"grade\": \"g{i}\", \"share\": 0, \"from\": {i} }}")
            + ", { \"grade\": \"g\", \"share\": 1, \"from\": -1 } ] } }")),
        ["plans"] = (100, n => Ruleset("\"measures\": { \"a\": { \"unit\": \"money\" } }, "
            + $"\"kpis\": {{ {Each(n, i => $"\"k{i}\": {{ \"formula\": \"a\", \"unit\": \"money\", \"target\": \"given\" }}")} }}, "
            + $"\"plans\": {{ {Each(n, Plan)} }}")),
        ["tests"] = (100, n => Tests(Each(n, _ => """{ "name": "t", "period": "2026-01", "given": { "a": 1 }, "expect": { "k": 1 } }"""))),
        ["subjects of a test"] = (200, n => Tests($"{{ \"name\": \"t\", \"period\": \"2026-01\", "
            + $"\"subjects\": {{ {Each(n, i => $"\"s{i}\": {{ \"a\": 1 }}")} }}, "
            + $"\"expect\": {{ {Each(n, i => $"\"s{i}\": {{ \"k\": 1 }}")} }} }}")),
        ["periods of a test"] = (60, n => Tests($"{{ \"name\": \"t\", "
            + $"\"periods\": {{ {Each(n, i => $"\"{Month(i)}\": {{ \"a\": 1 }}")} }}, "
            + $"\"expect\": {{ {Each(n, i => $"\"{Month(i)}\": {{ \"k\": 1 }}")} }} }}")),
        ["history of a test"] = (200, n => Tests($"{{ \"name\": \"t\", \"period\": \"2900-01\", \"given\": {{}}, "
            + $"\"history\": {{ {Each(n, i => $"\"{Month(i)}\": {{ \"a\": 1 }}")} }}, \"expect\": {{ \"k\": 1 }} }}")),
        ["results nobody gives"] = (200, n =>
            Tests($"{{ \"name\": \"t\", \"period\": \"2026-01\", \"given\": {{}}, \"expect\": {{ {Each(n, i => $"\"kk{i}\": 1")} }} }}")),
        ["fields of records"] = (200, n => Ruleset($"\"records\": {{ \"r\": {{ \"fields\": {{ {Each(n, i => $"\"x{i}\": {{}}")} }} }} }}, "
            + $"\"kpis\": {{ {Each(n, i => $"\"k{i}\": {{ \"formula\": \"sum(r, x{i})\" }}")} }}, "
            + $"\"tests\": [ {{ \"name\": \"t\", \"period\": \"2026-01\", "
            + $"\"records\": {{ \"r\": [ {{ {Each(n, i => $"\"x{i}\": 1")} }} ] }}, \"expect\": {{ \"k0\": 1 }} }} ]")),
    };

    private static readonly Dictionary<string, (int Count, Func<int, string> Json)> Lists = new()
    {
        ["rows"] = (500, n => Each(n, i => $"{{ \"subject\": \"s{i}\", \"period\": \"2026-03\", \"a\": 1 }}")),
        ["rows of one subject"] = (500, n => Each(n, i => $"{{ \"subject\": \"s\", \"period\": \"2026-03\", \"a\": {i} }}")),
        ["periods"] = (500, n => Each(n, i => $"{{ \"subject\": \"s\", \"period\": \"{Month(i)}\", \"a\": 1 }}")),
        ["unknown facts"] = (500, n => Each(n, i => $"{{ \"subject\": \"s\", \"period\": \"2026-03\", \"aa{i}\": 1 }}")),
        ["facts of the wrong kind"] = (
            500, n => Each(n, i => $"{{ \"subject\": \"s{i}\", \"period\": \"2026-03\", \"a\": \"1\", \"t\": 5 }}")),
        ["texts that are no values"] = (500, n => Each(n, i => $"{{ \"subject\": \"s{i}\", \"period\": \"2026-03\", \"t\": \"w{i}\" }}")),
        ["no subject"] = (500, n => Each(n, i => $"{{ \"period\": \"2026-03\", \"a\": {i} }}")),
    };

    public static TheoryData<string> RulesetNames => new(Rulesets.Keys);

    public static TheoryData<string> ListNames => new(Lists.Keys);

    [Theory]
    [MemberData(nameof(RulesetNames))]
    public void Rulesets_AreReadAndRun(string name) => IsLinear(Rulesets[name].Count, Rulesets[name].Ruleset, text =>
    {
        var read = Policy.Read(text);
        foreach (var diagnostic in read.Diagnostics)
            _ = (diagnostic.Print("en"), diagnostic.Path);
        if (read.Policy is { } policy)
            _ = RulesetTests.Run(policy).Count;
    });

    [Theory]
    [MemberData(nameof(ListNames))]
    public void Facts_AreReadAndEvaluated(string name) => IsLinear(Lists[name].Count, n => $"[{Lists[name].Json(n)}]", text =>
    {
        var facts = Dataset.Build(builder => JsonFactReader.Read(builder, Known, text, "facts.json"));
        _ = Known.Evaluate(facts, Period.Parse("2026-03")).Issues.Count;
    });

    /// <summary>All of one group, many of them tied.</summary>
    [Fact]
    public void MembersOfARating_ArePlaced()
    {
        var policy = Policy.Read(Ruleset("""
            "measures": { "a": {} }, "ratings": { "r": { "on": "a", "then": ["-a"], "grades": [ { "grade": "A", "share": 0.5 }, { "grade": "B", "share": 0.5 } ] } }
            """)).Policy!;
        IsLinear(
            2_000,
            n => Each(n, i => (i * 7919 % (n / 3 + 1)).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            values =>
            {
                var facts = Dataset.Build(builder =>
                {
                    foreach (var (value, i) in values.Split(", ").Select((value, i) => (value, i)))
                        builder.Add($"s{i}", "2026-03", ("a", decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)));
                });
                policy.Evaluate(facts, Period.Parse("2026-03")).Column("r").Should().HaveCount(facts.Subjects.Count);
            });
    }

    [Fact]
    public void FollowUps_AreRead() => IsLinear(
        200,
        n => $$"""{ "ruleset": "x", "period": "2026-03", "cases": [ {{Each(n, i => $$"""{ "subject": "s{{i}}", "warning": "w", "open": true, "severity": "info", "escalated": false, "since": "2026-01", "last": "2026-03", "times": 1, "acknowledgements": [] }""")}} ] }""",
        text => WarningFollowUp.FromJson(text).ToJson());

    /// <summary>Each of n that look back upon one another needs a cell for every period: they are n², and each costs the same.</summary>
    [Theory]
    [InlineData("previous({0})")]
    [InlineData("previous({0}, 366)")]
    [InlineData("sameLastYear({0})")]
    public void ChainsThatLookBack_AreReadByTheCell(string formula)
    {
        string Chain(int n) => Kpis(
            "\"k0\": { \"formula\": \"a\" }, " + Each(n, i => $"\"k{i + 1}\": {{ \"formula\": \"{string.Format(formula, "k" + i)}\" }}"));
        void Read(string text) => Policy.Read(text).Policy.Should().NotBeNull();
        Allocated(Chain(50), Read);
        ((double)Allocated(Chain(200), Read) / Allocated(Chain(100), Read)).Should().BeLessThan(Most);
    }

    /// <summary>At the limit, or refused just above it.</summary>
    [Theory]
    [InlineData("sumOf(sumOf({0}, 366), 366)", 1, true)]
    [InlineData("sumOf(sumOf(sumOf(sumOf(sumOf({0}, 366), 366), 366), 366), 366)", 1, false)]
    [InlineData("declining(averageOf(previous({0}, 300), 366), 366)", 1, true)]
    [InlineData("previous({0})", 400, true)]
    [InlineData("previous({0})", 2_000, false)]
    public void WhatLooksFarBack_IsReadOrRefused_In200Megabytes(string formula, int chain, bool isRead)
    {
        var shape = formula.StartsWith("declining", StringComparison.Ordinal) ? "if({0}, 1, 0)" : "{0}";
        var text = Kpis("\"k0\": { \"formula\": \"a\" }, "
            + Each(chain, i => $"\"k{i + 1}\": {{ \"formula\": \"{string.Format(shape, string.Format(formula, "k" + i))}\" }}"));
        Allocated(text, ruleset =>
        {
            var read = Policy.Read(ruleset);
            (read.Policy is not null).Should().Be(isRead);
            if (!isRead)
                read.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("KPI5005");
        }).Should().BeLessThan(200_000_000);
    }

    /// <summary>
    /// Fifty sums over twelve periods are looked at in hundreds of periods; each is told by the beginning of its formula.
    /// </summary>
    [Fact]
    public void AnExplanationOfWhatLooksFarBack_IsOfBearableLength()
    {
        var formula = string.Concat(Enumerable.Repeat("sumOf(", 50)) + "a" + string.Concat(Enumerable.Repeat(", 12)", 50));
        var policy = Policy.Read(Kpis($"\"k\": {{ \"formula\": \"{formula}\" }}")).Policy!;
        var evaluation = policy.Evaluate(Dataset.Build(builder => builder.Add("ann", "2026-03", ("a", 1))), Period.Parse("2026-03"));
        Allocated("k", cell => evaluation["ann"].Explain(cell).ToString().Should().Contain(formula).And.NotContain(formula + " (2026-02)"))
            .Should().BeLessThan(75_000_000);
    }

    /// <summary>The value of a declared list is looked up, and the list told only where somebody reads it.</summary>
    [Fact]
    public void ValuesOfAnAttribute_AreCheckedAgainstAsManyAllowed() => IsLinear(
        200,
        n => Each(n, i => $"\"v{i}\""),
        values =>
        {
            var policy = Policy.Read(Ruleset($"\"attributes\": {{ \"t\": {{ \"type\": \"text\", \"values\": [{values}] }} }}, "
                + $"\"kpis\": {{ \"k\": {{ \"formula\": \"if(t = 'v0', 1, 0)\" }} }}")).Policy!;
            var facts = Dataset.Build(builder =>
            {
                foreach (var value in values.Split(','))
                    builder.Add(value, "2026-03", ("t", value));
            });
            policy.Evaluate(facts, Period.Parse("2026-03")).Issues.Should().HaveCount(facts.Subjects.Count);
        });

    [Fact]
    public void ExtendedRulesets_AreReadUpToALimit() => IsLinear(
        200,
        n => n.ToString(System.Globalization.CultureInfo.InvariantCulture),
        n => Policy.Read(
            """{ "id": "0", "version": "1", "extends": "1" }""",
            "0.json",
            new Chain(int.Parse(n, System.Globalization.CultureInfo.InvariantCulture))).Policy.Should().BeNull());

    private static void IsLinear(int count, Func<int, string> write, Action<string> read)
    {
        Allocated(write(count / 4), read); // what is made once
        var (less, more) = (Allocated(write(count), read), Allocated(write(4 * count), read));
        ((double)more / less).Should().BeLessThan(Most, "{0} bytes became {1}", less, more);
    }

    private static long Allocated(string text, Action<string> read)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Ruleset(string sections) => $"{{ \"id\": \"x\", \"version\": \"1\", {sections} }}";

    private static string Section(string name, string members) => Ruleset($"\"{name}\": {{ {members} }}");

    private static string Parameter(string number) => Section("parameters", "\"p\": " + number);

    private static string Kpis(string kpis) => Ruleset($"\"measures\": {{ \"a\": {{}} }}, \"kpis\": {{ {kpis} }}");

    private static string Message(string message) =>
        Ruleset($"\"measures\": {{ \"a\": {{}} }}, \"warnings\": {{ \"w\": {{ \"when\": \"a > 1\", \"message\": \"{message}\" }} }}");

    private static string Tests(string tests) =>
        Ruleset($"\"measures\": {{ \"a\": {{}} }}, \"kpis\": {{ \"k\": {{ \"formula\": \"a\" }} }}, \"tests\": [ {tests} ]");

    private static string ScoredKpi(int number) =>
        $"\"k{number}\": {{ \"formula\": \"a\", \"target\": 1, \"weight\": 1, \"perspective\": \"p{number}\" }}";

    private static string Plan(int number) =>
        $"\"p{number}\": {{ \"kpi\": \"k{number}\", \"total\": 1, \"from\": \"2026-01\", \"to\": \"2026-03\", \"weights\": \"even\" }}";

    private static string Month(int index) => $"{2000 + index / 12}-{index % 12 + 1:00}";

    private static string Each(int count, Func<int, string> write) => string.Join(", ", Enumerable.Range(0, count).Select(write));

    private static string Times(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private sealed class Chain(int length) : IRulesetSource
    {
        public RulesetText? Find(string id)
        {
            var number = int.Parse(id, System.Globalization.CultureInfo.InvariantCulture);
            return number > length
                ? null
                : new RulesetText(id + ".json", $$"""{ "id": "{{number}}", "version": "1", "extends": "{{number + 1}}" }""");
        }
    }
}
