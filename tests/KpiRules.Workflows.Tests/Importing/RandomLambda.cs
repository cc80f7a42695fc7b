// Random expressions of the subset, each beside a function that works it out as C# does; null is a value of its own.
using System;
using System.Collections.Generic;
using System.Globalization;

namespace KpiRules.Workflows.Tests.Importing;

/// <param name="Text">The expression, as an author of a workflow would write it.</param>
/// <param name="Rank">How tightly it binds in dynamic LINQ: 0 a choice, 1 or, 2 and, 3 a comparison, 4 a sum, 5 a product, 6 a
/// sign, 7 anything whole.</param>
/// <param name="Value">What C# makes of it; null where it has no value, as x / 0.</param>
internal sealed record RandomLambda<T>(string Text, int Rank, Func<IReadOnlyDictionary<string, object>, T?> Value)
    where T : struct
{
    public string At(int rank) => Rank >= rank ? Text : $"({Text})";
}

internal static class RandomLambda
{
    public static readonly string[] Numbers = ["input1.a", "input1.nested.b", "input2.list[1].c"];
    public static readonly string[] Texts = ["input1.text", "input2.Name"];
    public static readonly string[] Flags = ["input1.flag", "input2.isOn"];
    private static readonly string[] Words = ["", "a", "Ab", "b'c", "销售", "é\\d"];

    public static RandomLambda<bool> Condition(Random random, int depth) => random.Next(depth > 0 ? 11 : 3) switch
    {
        0 => One(Flags, random) is var flag ? new(flag, 7, inputs => (bool)inputs[flag]) : null!,
        1 => Compared(random, Number(random, 0), Number(random, 0)),
        2 => Searched(random),
        3 or 4 =>
            Joined(random.Next(2) == 0 ? " && " : " AND ", 2, Condition(random, depth - 1), Condition(random, depth - 1), (x, y) => x && y),
        5 or 6 => Joined(
            random.Next(2) == 0 ? " || " : " OrElse ", 1, Condition(random, depth - 1), Condition(random, depth - 1), (x, y) => x || y),
        7 => Condition(random, depth - 1) is var inner
            ? new((random.Next(2) == 0 ? "!" : "not ") + inner.At(6), 6, inputs => !inner.Value(inputs))
            : null!,
        8 => Choice(random, Condition(random, depth - 1), Condition(random, depth - 1), Condition(random, depth - 1)),
        9 => Among(random, Number(random, depth - 1)),
        _ => Compared(random, Number(random, depth - 1), Number(random, depth - 1)),
    };

    private static RandomLambda<decimal> Number(Random random, int depth) => random.Next(depth > 0 ? 8 : 2) switch
    {
        0 => Literal(random),
        1 => One(Numbers, random) is var number ? new(number, 7, inputs => (decimal)inputs[number]) : null!,
        2 => Arithmetic(" + ", 4, Number(random, depth - 1), Number(random, depth - 1), (x, y) => x + y),
        3 => Arithmetic(" - ", 4, Number(random, depth - 1), Number(random, depth - 1), (x, y) => x - y),
        4 => Arithmetic(" * ", 5, Number(random, depth - 1), Number(random, depth - 1), (x, y) => x * y),
        5 => Arithmetic(
            random.Next(2) == 0 ? " % " : " mod ",
            5,
            Number(random, depth - 1),
            Number(random, depth - 1),
            (x, y) => y == 0 ? null : x % y),
        6 => Divided(random, Number(random, depth - 1)),
        _ => Choice(random, Condition(random, depth - 1), Number(random, depth - 1), Number(random, depth - 1)),
    };

    private static RandomLambda<decimal> Literal(Random random)
    {
        var value = random.Next(0, 9);
        return random.Next(4) switch
        {
            0 => new($"{value}.5m", 7, _ => value + 0.5m),
            1 => new($"{value}e-1", 7, _ => value / 10m),
            2 => new($"0x{value:X}", 7, _ => value),
            _ => new(value.ToString(CultureInfo.InvariantCulture), 7, _ => value),
        };
    }

    /// <summary>By a real number, so that C# keeps the remainder; or one whole number by another, so that it does not.</summary>
    private static RandomLambda<decimal> Divided(Random random, RandomLambda<decimal> left)
    {
        var (dividend, divisor) = (random.Next(-20, 20), random.Next(1, 6));
        return random.Next(2) == 0
            ? new(FormattableString.Invariant($"({dividend} / {divisor})"), 7, _ => dividend / divisor)
            : new($"{left.At(5)} / {divisor}.0", 5, inputs => left.Value(inputs) is { } x ? x / divisor : null);
    }

    private static RandomLambda<bool> Compared(Random random, RandomLambda<decimal> left, RandomLambda<decimal> right)
    {
        var (symbol, holds) = random.Next(8) switch
        {
            0 => ("==", (Func<decimal, decimal, bool>)((x, y) => x == y)),
            1 => ("=", (x, y) => x == y),
            2 => ("!=", (x, y) => x != y),
            3 => ("<>", (x, y) => x != y),
            4 => ("<", (x, y) => x < y),
            5 => ("ge", (x, y) => x >= y),
            6 => ("<=", (x, y) => x <= y),
            _ => ("GT", (x, y) => x > y),
        };
        return new(
            $"{left.At(4)} {symbol} {right.At(4)}",
            3,
            inputs => left.Value(inputs) is { } x && right.Value(inputs) is { } y ? holds(x, y) : null);
    }

    private static RandomLambda<bool> Searched(Random random)
    {
        var (input, word) = (One(Texts, random), One(Words, random));
        var written = "\"" + word.Replace("\\", "\\\\") + "\"";
        Func<IReadOnlyDictionary<string, object>, string> text = inputs => (string)inputs[input];
        return random.Next(6) switch
        {
            0 => new($"{input}.Contains({written})", 7, inputs => text(inputs).Contains(word, StringComparison.Ordinal)),
            1 => new($"{input}.startsWith({written})", 7, inputs => text(inputs).StartsWith(word, StringComparison.Ordinal)),
            2 => new($"{input}.EndsWith({written})", 7, inputs => text(inputs).EndsWith(word, StringComparison.Ordinal)),
            3 => new($"{input}.ToUpper() == {written}.ToUpper()", 3, inputs => text(inputs).ToUpperInvariant() == word.ToUpperInvariant()),
            4 => new($"{input} in ({written}, \"zz\")", 2, inputs => text(inputs) == word || text(inputs) == "zz"),
            _ => new($"{input} != {written}", 3, inputs => text(inputs) != word),
        };
    }

    private static RandomLambda<bool> Among(Random random, RandomLambda<decimal> number)
    {
        var (first, second, not) = (Literal(random), Literal(random), random.Next(2) == 0);
        return new(
            $"({number.At(4)} {(not ? "not in" : "in")} ({first.Text}, {second.Text}))",
            7,
            inputs => number.Value(inputs) is { } x ? (x == first.Value(inputs) || x == second.Value(inputs)) != not : null);
    }

    private static RandomLambda<decimal> Arithmetic(
        string symbol, int rank, RandomLambda<decimal> left, RandomLambda<decimal> right, Func<decimal, decimal, decimal?> apply) =>
        new(
            left.At(rank) + symbol + right.At(rank + 1),
            rank,
            inputs => left.Value(inputs) is { } x && right.Value(inputs) is { } y ? apply(x, y) : null);

    /// <summary>What has no value throws in C#, and not available is what stands for that.</summary>
    private static RandomLambda<bool> Joined(
        string symbol, int rank, RandomLambda<bool> left, RandomLambda<bool> right, Func<bool, bool, bool> apply) =>
        new(
            left.At(rank) + symbol + right.At(rank + 1),
            rank,
            inputs =>
                (left.Value(inputs), right.Value(inputs)) is var (x, y) && apply(x ?? false, y ?? false) == apply(x ?? true, y ?? true)
                    ? apply(x ?? false, y ?? false)
                    : null);

    private static RandomLambda<T> Choice<T>(Random random, RandomLambda<bool> condition, RandomLambda<T> then, RandomLambda<T> otherwise)
        where T : struct
    {
        var asCall = random.Next(2) == 0;
        return new(
            asCall ? $"iif({condition.Text}, {then.Text}, {otherwise.Text})" : $"{condition.At(1)} ? {then.Text} : {otherwise.Text}",
            asCall ? 7 : 0,
            inputs => condition.Value(inputs) switch { true => then.Value(inputs), false => otherwise.Value(inputs), null => null });
    }

    private static string One(string[] choices, Random random) => choices[random.Next(choices.Length)];
}
