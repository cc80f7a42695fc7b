// The options that give parameters other values: --set hurdle=0.85, and --sweep hurdle=0.7..0.95:0.05 for one after another.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Cli;

internal sealed class ParameterOptions
{
    /// <summary>More values of a sweep than anybody reads are a slip in the step.</summary>
    private const int MostValues = 1000;

    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "Another value for a parameter of the ruleset, such as hurdle=0.85 or hurdle=85%; may be given several times.",
    };

    /// <summary>What is beyond is a slip of the hand, and its multiples are beyond decimals.</summary>
    private const decimal Greatest = 1_000_000_000_000_000_000;

    /// <summary>The policy with the values that <c>--set</c> gives.</summary>
    /// <exception cref="UsageException">
    /// A value cannot be read, there is no such parameter, or the ruleset cannot be used with it.
    /// </exception>
    public Policy Apply(Policy policy, ParseResult parsed, string language) =>
        With(policy, (parsed.GetValue(Set) ?? []).Select(written => Assigned(policy, "--set", written, language)), language);

    /// <summary>The parameter and the values of a sweep.</summary>
    /// <param name="written">Such as <c>hurdle=0.7..0.95:0.05</c>.</param>
    /// <exception cref="UsageException">It cannot be read, or there is no such parameter.</exception>
    public static (string Name, IReadOnlyList<decimal> Values) Sweep(Policy policy, string written, string language)
    {
        var (name, range) = Split(policy, "--sweep", written, language);
        var (ends, step) = Halves(range, ":");
        if (Range(ends) is not var (from, to) || Number(step) is not (> 0 and <= Greatest and var by)
            || to - from >= MostValues * by)
            throw new UsageException(CompareText.BadSweep(language, written));
        var values = new List<decimal>();
        for (var value = from; value <= to; value += by)
            values.Add(value);
        return (name, values);
    }

    /// <exception cref="UsageException">The ruleset cannot be used with these values; the message lists why.</exception>
    public static Policy With(Policy policy, IEnumerable<KeyValuePair<string, decimal>> parameters, string language)
    {
        try
        {
            return policy.With(parameters);
        }
        catch (RulesetException fault)
        {
            throw new UsageException(
                CompareText.NotWithThese(language, policy.Id) + "\n"
                    + string.Join("\n", fault.Diagnostics.Select(diagnostic => diagnostic.Print(language))));
        }
    }

    /// <summary>A number as rulesets write it: 0.85, 85% or 10万; null for none.</summary>
    public static decimal? Number(string written) => FactValue.TryParseNumber(written, out var number) ? number : null;

    /// <summary>Two numbers, the second not below the first, such as 0..500000; null for anything else.</summary>
    public static (decimal From, decimal To)? Range(string written)
    {
        var (first, last) = Halves(written, "..");
        return Number(first) is { } from && Number(last) is { } to && from <= to && from >= -Greatest && to <= Greatest
            ? (from, to)
            : null;
    }

    /// <summary>What stands before the first separator and behind it; nothing where there is none.</summary>
    public static (string First, string Second) Halves(string written, string separator)
    {
        var at = written.IndexOf(separator, StringComparison.Ordinal);
        return at < 0 ? (written, "") : (written[..at], written[(at + separator.Length)..]);
    }

    private static KeyValuePair<string, decimal> Assigned(Policy policy, string option, string written, string language)
    {
        var (name, value) = Split(policy, option, written, language);
        return Number(value) is { } number
            ? new(name, number)
            : throw new UsageException(CompareText.BadValue(language, option, written));
    }

    private static (string Name, string Value) Split(Policy policy, string option, string written, string language)
    {
        var (name, value) = Halves(written, "=");
        if (name.Length == 0 || value.Length == 0)
            throw new UsageException(CompareText.BadValue(language, option, written));
        return policy.Parameters.Any(parameter => parameter.Name == name)
            ? (name, value)
            : throw new UsageException(CompareText.NoSuchParameter(language, option, name, policy));
    }
}
