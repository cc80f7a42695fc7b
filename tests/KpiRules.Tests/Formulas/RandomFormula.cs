// Random formulas, each beside a function that works it out: by plain decimals and Kleene's logic, null for not available.
using System;
using System.Collections.Generic;
using System.Globalization;

namespace KpiRules.Tests.Formulas;

internal static class RandomFormula
{
    public static readonly string[] Measures = ["a", "b", "销售额", "odd name"];

    public static FormulaTree<decimal> Number(Random random, int depth) => random.Next(depth > 0 ? 12 : 2) switch
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
        10 => Call(
            "Max",
            (x, y) => x is null || y is null ? null : Math.Max(x.Value, y.Value),
            Number(random, depth - 1),
            Number(random, depth - 1)),
        _ => Call(
            "MIN",
            (x, y) => x is null || y is null ? null : Math.Min(x.Value, y.Value),
            Number(random, depth - 1),
            Number(random, depth - 1)),
    };

    private static FormulaTree<bool> Condition(Random random, int depth) => random.Next(depth > 0 ? 9 : 3) switch
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

    private static FormulaTree<decimal> Literal(Random random)
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

    private static FormulaTree<decimal> Measure(string name) => new(name.Contains(' ') ? $"[{name}]" : name, 7, facts => facts[name]);

    private static FormulaTree<decimal> Arithmetic(
        string symbol, int rank, FormulaTree<decimal> left, FormulaTree<decimal> right, Func<decimal, decimal, decimal?> apply) =>
        new(
            left.At(rank) + symbol + right.At(rank + 1),
            rank,
            facts => left.Evaluate(facts) is { } x && right.Evaluate(facts) is { } y ? apply(x, y) : null);

    private static FormulaTree<decimal> Negated(FormulaTree<decimal> operand) =>
        new("-" + operand.At(6), 6, facts => -operand.Evaluate(facts));

    private static FormulaTree<decimal> Call(
        string name, Func<decimal?, decimal?, decimal?> apply, FormulaTree<decimal> first, FormulaTree<decimal> second) =>
        new($"{name}({first.Text}, {second.Text})", 7, facts => apply(first.Evaluate(facts), second.Evaluate(facts)));

    private static FormulaTree<decimal> Choice(
        bool asCall, FormulaTree<bool> condition, FormulaTree<decimal> then, FormulaTree<decimal> otherwise) =>
        new(
            asCall ? $"if({condition.Text}, {then.Text}, {otherwise.Text})" : $"{condition.At(1)} ? {then.At(1)} : {otherwise.At(1)}",
            asCall ? 7 : 0,
            facts => condition.Evaluate(facts) switch { true => then.Evaluate(facts), false => otherwise.Evaluate(facts), null => null });

    private static FormulaTree<bool> Compared(
        string symbol, FormulaTree<decimal> left, FormulaTree<decimal> right, Func<decimal, decimal, bool> apply) =>
        new(
            $"{left.At(4)} {symbol} {right.At(4)}",
            3,
            facts => left.Evaluate(facts) is { } x && right.Evaluate(facts) is { } y ? apply(x, y) : null);

    private static FormulaTree<bool> Joined(string symbol, int rank, FormulaTree<bool> left, FormulaTree<bool> right, bool decisive) => new(
        left.At(rank) + symbol + right.At(rank + 1),
        rank,
        facts => (left.Evaluate(facts), right.Evaluate(facts)) is var (x, y) && (x == decisive || y == decisive) ? decisive
            : x is null || y is null ? null
            : !decisive);

    private static FormulaTree<bool> Not(FormulaTree<bool> operand) => new("not " + operand.At(6), 6, facts => !operand.Evaluate(facts));

    private static FormulaTree<bool> Between(FormulaTree<decimal> x, FormulaTree<decimal> low, FormulaTree<decimal> high) => new(
        $"between({x.Text}, {low.Text}, {high.Text})",
        7,
        facts =>
        {
            bool? above = x.Evaluate(facts) >= low.Evaluate(facts), below = x.Evaluate(facts) <= high.Evaluate(facts);
            (above, below) = (Known(x, low, facts) ? above : null, Known(x, high, facts) ? below : null);
            return above == false || below == false ? false : above is null || below is null ? null : true;
        });

    private static bool Known(FormulaTree<decimal> x, FormulaTree<decimal> y, IReadOnlyDictionary<string, decimal?> facts) =>
        x.Evaluate(facts) is not null && y.Evaluate(facts) is not null;
}

/// <param name="Rank">How tightly it binds: 0 a choice, 1 or, 2 and, 3 a comparison, 4 a sum, 5 a product, 6 a sign, 7 anything
/// whole.</param>
internal sealed record FormulaTree<T>(string Text, int Rank, Func<IReadOnlyDictionary<string, decimal?>, T?> Value)
    where T : struct
{
    /// <summary>A condition that is written out: its value is what its text says.</summary>
    public bool Constant { get; init; }

    public T? Evaluate(IReadOnlyDictionary<string, decimal?> facts) => Constant ? (T)(object)Text.StartsWith('T') : Value(facts);

    public string At(int rank) => Rank >= rank ? Text : $"({Text})";
}
