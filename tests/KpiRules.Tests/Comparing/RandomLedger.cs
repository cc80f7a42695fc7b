using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Tests.Formulas;

namespace KpiRules.Tests.Comparing;

/// <summary>A random policy, and random facts as a list, so that a test can put them together again with one of them changed.</summary>
internal sealed class RandomLedger
{
    public const int Subjects = 5;

    private static readonly string[] Measures = ["a", "b", "销售额", "odd name", "d"];

    private readonly Dictionary<(string Subject, int Month, string Fact), FactValue> _facts = [];

    private RandomLedger(string text, Policy policy, Random random)
    {
        (Text, Policy) = (text, policy);
        for (var subject = 0; subject < Subjects; subject++)
        {
            for (var month = random.Next(3, 5); month <= 6; month++)
            {
                if (random.Next(8) == 0)
                    continue;
                foreach (var fact in Measures.Concat(Enumerable.Range(0, 8).Select(kpi => $"k{kpi}.target")))
                    _facts[($"s{subject}", month, fact)] = random.Next(5) == 0 ? default : (FactValue)(random.Next(-6, 12) / 2m);
                _facts[($"s{subject}", month, "level")] =
                    random.Next(4) switch { 0 => "x", 1 => "y'\"z", 2 => "", _ => default(FactValue) };
            }
        }
    }

    public string Text { get; }

    public Policy Policy { get; }

    public Dataset Facts => With(null, 0, "", default);

    /// <summary>Some random rulesets are refused, as where bounds that are constants are out of order: another is made then.</summary>
    public static RandomLedger Of(Random random)
    {
        while (true)
        {
            var text = new RandomRuleset(random).Text();
            if (Policy.Read(text).Policy is { } policy)
                return new RandomLedger(text, policy, random);
        }
    }

    public FactValue this[string subject, int month, string fact] =>
        _facts.TryGetValue((subject, month, fact), out var value) ? value : default;

    /// <summary>The facts with one of them changed.</summary>
    public Dataset With(string? subject, int month, string fact, FactValue value) => Dataset.Build(builder =>
    {
        builder.CompleteFrom(Period.Parse("2026-01"));
        foreach (var one in _facts.Where(one => one.Key != (subject, month, fact)))
            builder.Add(one.Key.Subject, $"2026-{one.Key.Month:00}", (one.Key.Fact, one.Value));
        if (subject is not null)
            builder.Add(subject, $"2026-{month:00}", (fact, value));
    });
}
