using System;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>Random warnings over random histories with holes, against a machine that goes from period to period.</summary>
public sealed class WarningPropertyTests
{
    private const int Cases = 10_000;
    private const int Months = 12;

    [Fact]
    public void State_IsThatOfAMachineThatGoesFromPeriodToPeriod()
    {
        var random = new Random(20261130);
        for (var i = 0; i < Cases; i += 10)
        {
            var rule = Rule.Random(random);
            for (var j = 0; j < 10; j++)
            {
                var history = RandomHistory(random);
                var facts = Facts(history, Months - 1);
                for (var month = Months - 1; month >= 0; month -= 4)
                {
                    var expected = rule.After(history, month);
                    var actual = history[month] is null ? null : Read(rule.Policy.Evaluate(facts, PropertyCases.Month(month))["s"]);
                    actual.MustBe(
                        history[month] is null ? null : expected,
                        "{0} in month {1} of {2}",
                        rule.Text,
                        month,
                        string.Join(" ", history.Select(value => value?.Sales?.ToString() ?? (value is null ? "_" : "?"))));
                }
            }
        }
    }

    [Fact]
    public void State_IsTheSamePeriodByPeriodAndFromAllFactsAtOnce()
    {
        var random = new Random(20261201);
        for (var i = 0; i < Cases; i += Months)
        {
            var rule = Rule.Random(random);
            var history = RandomHistory(random);
            var whole = Facts(history, Months - 1);
            var together = rule.Policy.Evaluate(new(whole, PropertyCases.Month(0), PropertyCases.Month(Months - 1)));
            for (var month = 0; month < Months; month++)
            {
                if (history[month] is null)
                    continue;
                var soFar = Read(rule.Policy.Evaluate(Facts(history, month), PropertyCases.Month(month))["s"]);
                soFar.MustBe(
                    Read(rule.Policy.Evaluate(whole, PropertyCases.Month(month))["s"]), "later facts change nothing: {0}", rule.Text);
                soFar.MustBe(Read(together[month]["s"]), "nor does a range: {0}", rule.Text);
            }
        }
    }

    private static string Read(SubjectEvaluation subject) =>
        Read(subject["w"].Text!, subject["w.severity"].Text, (int)subject["w.periods"].Number!.Value);

    private static string Read(string state, string? severity, int periods) => $"{state} {severity} {periods}";

    /// <summary>The sales of each month; null for a month without facts, a fact that is missing within.</summary>
    private static (decimal? Sales, int)?[] RandomHistory(Random random) =>
        Enumerable.Range(0, Months).Select(_ => random.Maybe(8, ((decimal?)(random.Next(12) == 0 ? null : random.Next(10)), 0))).ToArray();

    private static Dataset Facts((decimal? Sales, int)?[] history, int last) => Dataset.Build(d =>
    {
        for (var month = 0; month <= last; month++)
        {
            if (history[month] is { } facts)
                d.Add("s", PropertyCases.Month(month), ("sales", facts.Sales), ("other", 1));
        }
    });

    /// <param name="Levels">Below which sales are a warning, and critical.</param>
    private sealed record Rule(Policy Policy, string Text, int[] Levels, int For, int? Until, int Lookback)
    {
        private static readonly string[] Severities = ["warning", "critical"];

        public static Rule Random(Random random)
        {
            var levels = new[] { random.Next(2, 8), random.Next(0, 3) };
            var (held, lookback) = (random.Next(1, 4), random.Next(0, 8));
            int? until = random.Half() ? null : random.Next(1, 10);
            var text = $$"""
                "settings": { "lookback": {{lookback}} }, "measures": { "sales": {}, "other": {} },
                "warnings": { "w": { "when": { "warning": "sales < {{levels[0]}}", "critical": "sales < {{levels[1]}}" }, "for": {{held}}{{(until is null ? "" : $", \"until\": \"sales >= {until}\"")}} } }
                """;
            var read = Policy.Read($$"""{ "id": "x", "version": "1", {{text}} }""");
            return new Rule(read.Policy!, text, levels, held, until, lookback);
        }

        /// <summary>Goes through the months from the first that counts, and keeps what it knows: true, false or nothing.</summary>
        public string After((decimal? Sales, int)?[] history, int last)
        {
            var first = Array.FindIndex(history, value => value is not null);
            bool? fires = false;
            var (periods, level) = (0, 0);
            for (var month = last - Lookback; month <= last; month++)
            {
                bool? isActive = LevelOf(month) is { } now ? now > 0 : null;
                bool? held = true;
                for (var back = 0; back < For; back++)
                    held = And(held, LevelOf(month - back) is { } then ? then > 0 : null);
                bool? ends = month < first ? true
                    : Until is not { } until ? Not(isActive)
                    : And(Not(isActive), SalesOf(month) is { } sales ? sales >= until : null);
                fires = Or(held, And(fires, Not(ends)));
                periods = fires == true ? periods + 1 : 0;
                level = LevelOf(month) is > 0 and var found ? found : level;
            }

            var current = LevelOf(last);
            var state = fires is null ? "notAvailable"
                : fires == true ? "firing"
                : current is null ? "notAvailable"
                : current > 0 ? "pending"
                : "ok";
            var severity = state == "firing" ? level : state == "pending" ? current!.Value : 0;
            return Read(state, severity == 0 ? null : Severities[severity - 1], periods);

            decimal? SalesOf(int month) => month < 0 ? null : history[month]?.Sales;

            int? LevelOf(int month) =>
                month < first ? 0 : SalesOf(month) is not { } sales ? null : sales < Levels[1] ? 2 : sales < Levels[0] ? 1 : 0;
        }

        private static bool? Not(bool? one) => !one;

        private static bool? And(bool? one, bool? other) =>
            one == false || other == false ? false : one is null || other is null ? null : true;

        private static bool? Or(bool? one, bool? other) => Not(And(Not(one), Not(other)));
    }
}
