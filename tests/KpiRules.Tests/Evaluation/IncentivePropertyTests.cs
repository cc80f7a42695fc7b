using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using Xunit;
using static KpiRules.Tests.Evaluation.PropertyCases;

namespace KpiRules.Tests.Evaluation;

/// <summary>Random lines over random facts, against their steps one after another.</summary>
public sealed class IncentivePropertyTests
{
    [Fact]
    public void ALine_GoesThroughItsStepsInOrder_AndThePayoutIsTheSumOfWhatIsKnown()
    {
        var random = new Random(20261202);
        for (var i = 0; i < 120; i++)
        {
            var (rounding, decimals) = (Roundings[random.Next(4)], random.Next(5));
            var lines = Enumerable.Range(0, 4).Select(k => Line.Random(random, $"l{k}")).ToArray();
            var policy = Policy($$"""
                "settings": { "rounding": "{{rounding}}", "moneyDecimals": {{decimals}} }, "attributes": { "a": { "type": "boolean" }, "g": { "type": "boolean" } },
                "measures": { {{string.Join(", ", Line.Measures.Select(measure => $"\"{measure}\": {{}}"))}} },
                "incentives": { {{string.Join(", ", lines.Select(line => line.Json))}} }
                """);
            var subjects = Enumerable.Range(0, 100).ToDictionary(s => $"s{s}", _ => Given.Random(random));
            var results = policy.Evaluate(Dataset.Build(builder =>
            {
                foreach (var (id, given) in subjects)
                    builder.Add(id, Month(0), given.Facts());
            }), Month(0));
            foreach (var (id, given) in subjects)
            {
                var expected = lines.ToDictionary(line => line.Name, line => line.Of(given, amount => Rounded(amount, decimals, rounding)));
                foreach (var (name, (state, amount)) in expected)
                {
                    results[id][name + ".state"].Text.MustBe(state, "{0} with {1}", lines.Single(line => line.Name == name).Json, given);
                    results[id][name].Number.MustBe(amount, "{0} with {1}", lines.Single(line => line.Name == name).Json, given);
                }

                results[id]["payout"].Number.MustBe(expected.Values.Sum(line => line.Amount ?? 0), "what is none or held counts 0");
                results[id]["payout.held"].Number.MustBe(expected.Values.Count(line => line.State == "held"), "those held are counted");
            }
        }
    }

    /// <summary>What a subject has; null for what is not known.</summary>
    private sealed record Given(bool? A, bool? G, IReadOnlyDictionary<string, decimal?> Numbers)
    {
        public static Given Random(Random random) => new(
            random.Maybe(6, random.Next(4) > 0),
            random.Maybe(6, random.Half()),
            Line.Measures.ToDictionary(measure => measure, _ => random.Maybe(9, random.Next(-2_000, 5_000) / 16m)));

        public IEnumerable<KeyValuePair<string, FactValue>> Facts() =>
            Numbers.Select(number => KeyValuePair.Create(number.Key, (FactValue)number.Value)).Append(new("a", A)).Append(new("g", G));

        public override string ToString() => $"a {A}, g {G}, {string.Join(", ", Numbers)}";
    }

    /// <summary>A line with some of its steps.</summary>
    private sealed record Line(string Name, bool Applies, bool Gate, bool ByRate, bool Multiplier, bool Min, bool Max, bool Draw)
    {
        public static readonly string[] Measures = ["x", "rate", "factor", "least", "most", "draw"];

        public string Json => $$"""
            "{{Name}}": { {{(ByRate ? "\"basis\": \"x\", \"rate\": \"rate\"" : "\"amount\": \"x\"")}} {{If(Applies, "appliesTo", "a")}} {{If(Gate, "gate", "g")}}
              {{If(Multiplier, "multiplier", "factor")}} {{If(Min, "min", "least")}} {{If(Max, "max", "most")}} {{(Draw ? ", \"draw\": { \"amount\": \"draw\", \"recoverable\": false }" : "")}} }
            """;

        public static Line Random(Random random, string name) =>
            new(name, random.Half(), random.Half(), random.Half(), random.Half(), random.Half(), random.Half(), random.Half());

        public (string State, decimal? Amount) Of(Given given, Func<decimal, decimal> round)
        {
            decimal? Fact(string name) => given.Numbers[name];
            if (Applies && given.A != true)
                return (given.A is null ? "held" : "none", null);
            var amount = ByRate ? Fact("x") * Fact("rate") : Fact("x");
            amount = Multiplier ? amount * Fact("factor") : amount;
            amount = Min && amount < Fact("least") || (Min && Fact("least") is null) ? (amount is null ? null : Fact("least")) : amount;
            amount = Max && amount > Fact("most") || (Max && Fact("most") is null) ? (amount is null ? null : Fact("most")) : amount;
            if (Gate)
                amount = given.G is null ? null : given.G.Value ? amount : 0;
            if (Draw)
                amount = amount is null || Fact("draw") is null ? null : Math.Max(amount.Value, Fact("draw")!.Value);
            return amount is { } last ? (Gate && given.G == false ? "closed" : "paid", round(last)) : ("held", null);
        }

        private static string If(bool has, string property, string formula) => has ? $", \"{property}\": \"{formula}\"" : "";
    }
}
