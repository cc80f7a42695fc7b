// Follows every warning over three years of real sales and holds its state, severity and duration against plain arithmetic.
using System;
using System.Collections.Generic;
using System.Linq;
using FluentAssertions;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.AdventureWorks.AdventureWorksData;

namespace KpiRules.Tests.AdventureWorks;

public sealed class AdventureWorksWarningTests
{
    private static readonly Lazy<AdventureWorksArithmetic> Arithmetic = new(() => new AdventureWorksArithmetic(Months));

    private static readonly Lazy<List<(Month Facts, IReadOnlyList<WarningResult> Warnings)>> Evaluated = new(Evaluate);

    /// <summary>18 people, 540 person-months, five warnings.</summary>
    [SharedFact(FactsFile)]
    public void EveryWarning_IsWhatPlainArithmeticGives()
    {
        var compared = 0;
        var firsts = Months.GroupBy(month => month.Subject)
            .ToDictionary(group => group.Key, group => group.Min(month => Stretch.Index(month.Period)));
        var differences = new List<string>();
        foreach (var (facts, warnings) in Evaluated.Value)
        {
            foreach (var warning in warnings)
            {
                compared++;
                var expected = PlainOf(warning.Name, facts.Subject).At(Stretch.Index(facts.Period), firsts[facts.Subject]);
                var actual = new Warned(
                    Camel(warning.State.ToString()), warning.Severity is { } severity ? Camel(severity.ToString()) : null, warning.Periods);
                if (actual != expected)
                    differences.Add($"{facts.Subject} {facts.Period} {warning.Name}: {actual} instead of {expected}");
            }
        }

        differences.Should().BeEmpty();
        compared.Should().Be(540 * 5);
    }

    /// <summary>Of 540 person-months; those firing by severity: info, warning, critical.</summary>
    [SharedTheory(FactsFile)]
    [InlineData("behind_for_the_year", 485, 9, 12, 0, 14, 20)]
    [InlineData("selling_at_a_loss", 396, 100, 11, 0, 23, 10)]
    [InlineData("below_last_year", 526, 0, 0, 0, 14, 0)]
    [InlineData("odd_month", 532, 0, 0, 8, 0, 0)]
    [InlineData("target_in_doubt", 522, 0, 0, 0, 18, 0)]
    public void ThreeYears_HaveSoMany(string name, int ok, int pending, int notAvailable, int info, int warning, int critical)
    {
        var results = Evaluated.Value.Select(month => month.Warnings.Single(one => one.Name == name)).ToList();
        int Count(WarningState state, WarningSeverity? severity = null) =>
            results.Count(one => one.State == state && (severity is null || one.Severity == severity));
        (Count(WarningState.Ok), Count(WarningState.Pending), Count(WarningState.NotAvailable)).Should().Be((ok, pending, notAvailable));
        (
            Count(WarningState.Firing, WarningSeverity.Info),
            Count(WarningState.Firing, WarningSeverity.Warning),
            Count(WarningState.Firing, WarningSeverity.Critical))
            .Should().Be((info, warning, critical));
    }

    /// <summary>A mistyped target is not only a wrong figure: it warns of its owner for the rest of the year.</summary>
    [SharedFact(FactsFile)]
    public void CriticalForTheYear_AreOnlyTheTwoWithMistypedTargets() =>
        Evaluated.Value.SelectMany(month => month.Warnings)
            .Where(warning => warning is { Name: "behind_for_the_year", State: WarningState.Firing, Severity: WarningSeverity.Critical })
            .GroupBy(warning => warning.Subject).Select(group => (group.Key, group.First().Period.ToString(), group.Count()))
            .Should().BeEquivalentTo([("287", "2019-08", 11), ("277", "2019-10", 9)]);

    [SharedTheory(FactsFile)]
    [InlineData(
        "287", "2019-08", "behind_for_the_year", "287 2019-08: sales of $1,457,538 since July are only 14.6% of the targets", "287")]
    [InlineData(
        "287", "2019-10", "behind_for_the_year", "287 2019-10: sales of $2,868,967 since July are only 24.9% of the targets", "287", "272")]
    // nobody is above
    [InlineData(
        "277", "2019-12", "behind_for_the_year", "277 2019-12: sales of $20,489,725 since July are only 45.0% of the targets", "277", null)]
    [InlineData("296", "2019-09", "selling_at_a_loss", "296 2019-09: a margin of -8.4%, and of -14.1% for the year to date", "296", "294")]
    [InlineData(
        "285",
        "2018-12",
        "below_last_year",
        "285 2018-12: a mean of $208,807 in three months; it fell more than a fifth below last year's, and has not recovered",
        "285",
        "272")]
    [InlineData(
        "292",
        "2019-08",
        "odd_month",
        "292 2019-08: sales of $728,907 are outside of the limits of the twelve months before; check the figures first",
        "290")]
    [InlineData(
        "277",
        "2019-09",
        "target_in_doubt",
        "277's target of $30,000,000 for 2019-09 is far from the sales of the three months before; is it mistyped?",
        null)]
    public void Message_HasTheFigures_AndGoesToThoseInCharge(
        string subject, string period, string name, string message, params string?[]? told)
    {
        var warning = Evaluated.Value.Single(month => month.Facts.Subject == subject && month.Facts.Period == period)
            .Warnings.Single(one => one.Name == name);
        warning.Message("en").Should().Be(message);
        warning.Recipients.Select(recipient => recipient.Id).Should().Equal(told ?? [null]);
    }

    private static WarningArithmetic PlainOf(string warning, string subject) => warning switch
    {
        "behind_for_the_year" => new(
            month => WarningArithmetic.LevelOf(Below(ToDate(subject, month), 0.75m), Below(ToDate(subject, month), 0.9m)),
            month => !Below(ToDate(subject, month), 0.95m),
            held: 2),
        "selling_at_a_loss" =>
            new(month => WarningArithmetic.LevelOf(Below(Margin(subject, month), -0.03m), Below(Margin(subject, month), 0)), held: 3),
        "below_last_year" => new(
            month => Mean(subject, month - 12) is { } before && Mean(subject, month) < before * 0.8m ? 2 : 0,
            month => Mean(subject, month - 12) is { } before ? Mean(subject, month) >= before * 0.95m : null),
        "odd_month" => new(month => IsOdd(subject, month) ? 1 : 0),
        _ => new(month => Target(subject, month) is { } target
            && Mean(subject, month - 1) is { } baseline
            && (target * 4 < baseline || target > baseline * 2)
                ? 2
                : 0),
    };

    private static bool? Below(decimal? number, decimal bound) => number is null ? null : number < bound;

    private static decimal? ToDate(string subject, int month)
    {
        var toDate = Arithmetic.Value.YearToDate(At(month));
        return Arithmetic.Value.Sales(subject, toDate) / Arithmetic.Value.Target(subject, toDate);
    }

    private static decimal? Margin(string subject, int month) => Arithmetic.Value.Margin(subject, At(month));

    private static decimal? Mean(string subject, int month) => Arithmetic.Value.MeanSales(subject, At(month));

    private static decimal? Target(string subject, int month) => Arithmetic.Value.Target(subject, At(month));

    /// <summary>More than three standard deviations away from the mean of the twelve months before, in whole cents.</summary>
    private static bool IsOdd(string subject, int month)
    {
        var sales = Enumerable.Range(0, 13).Select(back => Arithmetic.Value.Sales(subject, At(month - back))).ToList();
        if (sales.Contains(null))
            return false;
        var cents = sales.Select(amount => (System.Numerics.BigInteger)(amount!.Value * 100)).ToList();
        var before = cents.Skip(1).ToList();
        var sum = before.Aggregate((one, other) => one + other);
        // twelve times every deviation, so that the mean is whole
        var squares = before.Select(amount => (12 * amount - sum) * (12 * amount - sum)).Aggregate((one, other) => one + other);
        return (12 * cents[0] - sum) * (12 * cents[0] - sum) * 11 > 9 * squares;
    }

    private static Stretch At(int month) => new("", month, 1);

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static List<(Month, IReadOnlyList<WarningResult>)> Evaluate()
    {
        var evaluations = AllFacts.Periods.ToDictionary(period => period.ToString(), period => Ruleset.Evaluate(AllFacts, period));
        return Months.Select(month => (month, evaluations[month.Period][month.Subject].Warnings)).ToList();
    }
}
