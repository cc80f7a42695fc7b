using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Tests.Formulas;

/// <summary>
/// Random formulas are written with as few brackets as precedence allows, and worked out on the tree they were made from:
/// by plain decimals from left to right and Kleene's logic, with null for not available.
/// </summary>
public sealed class RandomFormulaTests
{
    private const int Policies = 400;
    private const int FormulasEach = 50;

    private static readonly string[] Measures = ["a", "b", "销售额", "odd name"];

    [Fact]
    public void Formulas_GiveWhatTheirTreesGive()
    {
        var random = new Random(20260306);
        for (var i = 0; i < Policies; i++)
        {
            var trees = Enumerable.Range(0, FormulasEach).Select(_ => Number(random, 4)).ToArray();
            var kpis = string.Join(",", trees.Select((tree, k) => $"\"k{k}\": {{ \"formula\": {JsonConvert.ToString(tree.Text)} }}"));
            var read = Policy.Read($$"""{ "id": "x", "version": "1", "measures": { "a": {}, "b": {}, "销售额": {}, "odd name": {} }, "kpis": { {{kpis}} } }""");
            read.Diagnostics.Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty();
            for (var facts = 0; facts < 2; facts++)
                Compare(random, read.Policy!, trees);
        }
    }

    private static void Compare(Random random, Policy policy, Tree<decimal>[] trees)
    {
        var subject = new Subject("s");
        var facts = new Dictionary<string, decimal?>();
        foreach (var measure in Measures)
        {
            facts[measure] = random.Next(4) == 0 ? null : random.Next(-3, 4);
            subject[measure] = facts[measure];
        }

        var evaluation = policy.Evaluate(subject, Period.Parse("2026-03"));
        for (var k = 0; k < trees.Length; k++)
            evaluation[$"k{k}"].Number.Should().Be(trees[k].Evaluate(facts), "{0} with {1}", trees[k].Text, string.Join(", ", facts));
    }

    private static Tree<decimal> Number(Random random, int depth) => random.Next(depth > 0 ? 12 : 2) switch
    {
        0 => Literal(random),
        1 => Measure(Measures[random.Next(Measures.Length)]),
        2 => Arithmetic(" + ", 4, Number(random, depth - 1), Number(random, depth - 1), (x, y) => x + y),
        3 => Arithmetic(" - ", 4, Number(random, depth - 1), Number(random, depth - 1), (x, y) => x - y),
        4 => Arithmetic(" * ", 5, Number(random, depth - 1), Number(random, depth - 1), (x, y) => x * y),
        5 => Arithmetic(" / ", 5, Number(random, depth - 1), Number(random, depth - 1), (x, y) => y == 0 ? null : x / y),
        6 => Arithmetic(" % ", 5, Number(random, depth - 1), Number(random, depth - 1), (x, y) => y == 0 ? null : x % y),
        7 => Negated(Number(random, depth - 1)),
        8 => Choice(random.Next(2) == 0, Condition(random, depth - 1), Number(random, depth - 1), Number(random, depth - 1)),
        9 => Call("default", (x, y) => x ?? y, Number(random, depth - 1), Number(random, depth - 1)),
        10 => Call("Max", (x, y) => x is null || y is null ? null : Math.Max(x.Value, y.Value), Number(random, depth - 1), Number(random, depth - 1)),
        _ => Call("MIN", (x, y) => x is null || y is null ? null : Math.Min(x.Value, y.Value), Number(random, depth - 1), Number(random, depth - 1)),
    };

    private static Tree<bool> Condition(Random random, int depth) => random.Next(depth > 0 ? 9 : 3) switch
    {
        0 => new(random.Next(2) == 0 ? "True" : "false", 7, _ => null) { Constant = true },
        1 => Compared("<", Number(random, 0), Number(random, 0), (x, y) => x < y),
        2 => Compared("≥", Number(random, 0), Number(random, 0), (x, y) => x >= y),
        3 => Compared("=", Number(random, depth - 1), Number(random, depth - 1), (x, y) => x == y),
        4 => Compared("<>", Number(random, depth - 1), Number(random, depth - 1), (x, y) => x != y),
        5 => Joined(" and ", 2, Condition(random, depth - 1), Condition(random, depth - 1), decisive: false),
        6 => Joined(" || ", 1, Condition(random, depth - 1), Condition(random, depth - 1), decisive: true),
        7 => Not(Condition(random, depth - 1)),
        _ => Between(Number(random, depth - 1), Number(random, depth - 1), Number(random, depth - 1)),
    };

    private static Tree<decimal> Literal(Random random)
    {
        var value = random.Next(0, 40);
        return random.Next(4) switch
        {
            0 => new($"{value}%", 7, _ => value / 100m),
            1 => new($"{value}万", 7, _ => value * 10000m),
            2 => new((value / 8m).ToString(CultureInfo.InvariantCulture), 7, _ => value / 8m),
            _ => new(value.ToString(CultureInfo.InvariantCulture), 7, _ => value),
        };
    }

    private static Tree<decimal> Measure(string name) => new(name.Contains(' ') ? $"[{name}]" : name, 7, facts => facts[name]);

    private static Tree<decimal> Arithmetic(string symbol, int rank, Tree<decimal> left, Tree<decimal> right, Func<decimal, decimal, decimal?> apply) => new(
        left.At(rank) + symbol + right.At(rank + 1),
        rank,
        facts => left.Evaluate(facts) is { } x && right.Evaluate(facts) is { } y ? apply(x, y) : null);

    private static Tree<decimal> Negated(Tree<decimal> operand) => new("-" + operand.At(6), 6, facts => -operand.Evaluate(facts));

    private static Tree<decimal> Call(string name, Func<decimal?, decimal?, decimal?> apply, Tree<decimal> first, Tree<decimal> second) =>
        new($"{name}({first.Text}, {second.Text})", 7, facts => apply(first.Evaluate(facts), second.Evaluate(facts)));

    private static Tree<decimal> Choice(bool asCall, Tree<bool> condition, Tree<decimal> then, Tree<decimal> otherwise) => new(
        asCall ? $"if({condition.Text}, {then.Text}, {otherwise.Text})" : $"{condition.At(1)} ? {then.At(1)} : {otherwise.At(1)}",
        asCall ? 7 : 0,
        facts => condition.Evaluate(facts) switch { true => then.Evaluate(facts), false => otherwise.Evaluate(facts), null => null });

    private static Tree<bool> Compared(string symbol, Tree<decimal> left, Tree<decimal> right, Func<decimal, decimal, bool> apply) => new(
        $"{left.At(4)} {symbol} {right.At(4)}",
        3,
        facts => left.Evaluate(facts) is { } x && right.Evaluate(facts) is { } y ? apply(x, y) : null);

    private static Tree<bool> Joined(string symbol, int rank, Tree<bool> left, Tree<bool> right, bool decisive) => new(
        left.At(rank) + symbol + right.At(rank + 1),
        rank,
        facts => (left.Evaluate(facts), right.Evaluate(facts)) is var (x, y) && (x == decisive || y == decisive) ? decisive : x is null || y is null ? null : !decisive);

    private static Tree<bool> Not(Tree<bool> operand) => new("not " + operand.At(6), 6, facts => !operand.Evaluate(facts));

    private static Tree<bool> Between(Tree<decimal> x, Tree<decimal> low, Tree<decimal> high) => new(
        $"between({x.Text}, {low.Text}, {high.Text})",
        7,
        facts =>
        {
            bool? above = x.Evaluate(facts) >= low.Evaluate(facts), below = x.Evaluate(facts) <= high.Evaluate(facts);
            (above, below) = (Known(x, low, facts) ? above : null, Known(x, high, facts) ? below : null);
            return above == false || below == false ? false : above is null || below is null ? null : true;
        });

    private static bool Known(Tree<decimal> x, Tree<decimal> y, IReadOnlyDictionary<string, decimal?> facts) =>
        x.Evaluate(facts) is not null && y.Evaluate(facts) is not null;

    /// <param name="Rank">How tightly it binds: 0 a choice, 1 or, 2 and, 3 a comparison, 4 a sum, 5 a product, 6 a sign, 7 anything whole.</param>
    private sealed record Tree<T>(string Text, int Rank, Func<IReadOnlyDictionary<string, decimal?>, T?> Value)
        where T : struct
    {
        /// <summary>A condition that is written out: its value is what its text says.</summary>
        public bool Constant { get; init; }

        public T? Evaluate(IReadOnlyDictionary<string, decimal?> facts) => Constant ? (T)(object)Text.StartsWith('T') : Value(facts);

        public string At(int rank) => Rank >= rank ? Text : $"({Text})";
    }
}
