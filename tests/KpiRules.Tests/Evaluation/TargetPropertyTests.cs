using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Tests.Evaluation;

/// <summary>Random targets over random histories with holes: of several periods they are those of each, combined.</summary>
public sealed class TargetPropertyTests
{
    private const int Policies = 2_000;
    private const int TargetsEach = 5;

    /// <summary>How many of the targets compared were there at all.</summary>
    private int _available;

    private static readonly string[] Combines = ["sum", "average", "last", "min", "max"];

    [Fact]
    public void ATargetOfSeveralPeriods_IsThatOfEachOfThem_Combined()
    {
        var random = new Random(20261126);
        for (var i = 0; i < Policies; i++)
        {
            var start = random.Next(3) switch { 0 => 4, 1 => 7, _ => 1 };
            var targets = new List<RandomTarget>();
            while (targets.Count < TargetsEach)
                targets.Add(new RandomTarget(
                    $"k{targets.Count}", Combines[random.Next(Combines.Length)], TargetFormula.Random(random, 3, targets)));
            var policy = Read(start, targets);
            var history = new TargetHistory(random, start);
            InMonths(policy, history, targets, random.Next(3, TargetHistory.Count));
            InLonger(
                policy,
                history,
                targets,
                random.Next(3) switch { 0 => PeriodKind.Quarter, 1 => PeriodKind.HalfYear, _ => PeriodKind.Year },
                random.Next(6, TargetHistory.Count));
        }

        _available.Should().BeGreaterThan(15_000);
    }

    private void InMonths(Policy policy, TargetHistory history, IReadOnlyList<RandomTarget> targets, int month)
    {
        var evaluation = policy.Evaluate(history.Facts, TargetHistory.At(month));
        foreach (var subject in evaluation.Subjects)
        {
            foreach (var target in targets)
            {
                var why = $"{target.Name} of {subject} in {TargetHistory.At(month)}: {target.Combine} of {target.Formula.Text}, "
                    + $"complete from {TargetHistory.At(history.CompleteFrom)}, year from {history.FiscalYearStart}";
                decimal? Number(string result) => evaluation[subject][result].Number;
                Number($"{target.Name}.target").Should().Be(target.Formula.In(history, subject, month), why);
                var toDate = target.ToDate(history, subject, month, "ytd");
                Number($"{target.Name}_ytd").Should().Be(toDate, why);
                _available += toDate is null ? 0 : 1;
                Number($"{target.Name}_qtd").Should().Be(target.ToDate(history, subject, month, "qtd"), why);
                Number($"{target.Name}_all")
                    .Should().Be(
                        target.Together(
                            evaluation.Subjects.Select(one => target.ToDate(history, one, month, "ytd")).ToArray(), overSubjects: true),
                        why);
                Number($"{target.Name}_attained").Should().Be(Attained(Number("a_ytd"), toDate), why);
            }
        }
    }

    private void InLonger(Policy policy, TargetHistory history, IReadOnlyList<RandomTarget> targets, PeriodKind kind, int month)
    {
        var period = Period.Containing(kind, TargetHistory.At(month).FirstDay(), history.FiscalYearStart);
        var months = Enumerable.Range(0, TargetHistory.Count)
            .Where(one => Period.Containing(kind, TargetHistory.At(one).FirstDay(), history.FiscalYearStart) == period).ToArray();
        // a period that reaches beyond the months there are has parts that nothing is known of
        if (TargetHistory.At(months[0]).FirstDay() != period.FirstDay(history.FiscalYearStart)
            || TargetHistory.At(months[^1]).LastDay() != period.LastDay(history.FiscalYearStart))
            return;
        var asOf = month % 2 == 0 ? TargetHistory.At(month).LastDay() : default(DateTime?);
        history.AsOf = asOf is null ? TargetHistory.Count : month;
        var evaluation = policy.Evaluate(history.Facts, period, asOf);
        foreach (var subject in evaluation.Subjects)
        {
            foreach (var target in targets)
            {
                var why = $"{target.Name} of {subject} in {period}: {target.Combine} of {target.Formula.Text}, "
                    + $"complete from {TargetHistory.At(history.CompleteFrom)}";
                var over = target.Over(history, subject, months);
                evaluation[subject][$"{target.Name}.target"].Number.Should().Be(over, why);
                _available += over is null ? 0 : 1;
            }
        }
    }

    private static decimal? Attained(decimal? value, decimal? target) =>
        value is null || target is null or 0 ? null : target > 0 ? value / target : 1 + (value - target) / Math.Abs(target.Value);

    private static Policy Read(int start, IReadOnlyList<RandomTarget> targets)
    {
        var kpis = targets.SelectMany(target => new[]
        {
            $$"""
            "{{target.Name}}": { "formula": "a", "unit": "money", "combine": "{{target.Combine}}", "target": {{JsonConvert.ToString(target.Formula.Text)}} }
            """,
            $$"""
            "{{target.Name}}_ytd": { "formula": "ytd({{target.Name}}.target)" }, "{{target.Name}}_qtd": { "formula": "qtd({{target.Name}}.target)" },
            "{{target.Name}}_all": { "formula": "everyone(ytd({{target.Name}}.target))" }, "{{target.Name}}_attained": { "formula": "ytd({{target.Name}}.attainment)" }
            """,
        });
        var read = Policy.Read($$"""
            { "id": "x", "version": "1", "settings": { "fiscalYearStart": {{start}} },
              "measures": { "a": {}, "b": { "combine": "last" }, "here": {} },
              "attributes": { "g": { "type": "text" }, "w": { "type": "number" } },
              "records": { "deals": { "fields": { "amount": {}, "kind": { "type": "text" } } } },
              "kpis": { "a_ytd": { "formula": "ytd(a)" }, {{string.Join(",\n", kpis)}} } }
            """);
        read.Policy.Should().NotBeNull("{0}", string.Join("\n", read.Diagnostics.Select(diagnostic => diagnostic.Print("en"))));
        return read.Policy!;
    }
}
