// What the KPIs mean over any stretch of months, worked out from the rows of the fact file without any of the library.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Tests.AdventureWorks;

/// <summary>Months one after another, counted from January of the year 0, and what a ruleset calls them.</summary>
internal sealed record Stretch(string Name, int From, int Length)
{
    public int To => From + Length - 1;

    public static Stretch Of(string month) => new(month, Index(month), 1);

    /// <summary>Of a month, or of a day.</summary>
    public static int Index(string month) =>
        int.Parse(month[..4], CultureInfo.InvariantCulture) * 12 + int.Parse(month[5..7], CultureInfo.InvariantCulture) - 1;

    public Stretch Back(int steps) => this with { From = From - steps * Length };
}

/// <param name="yearBegins">The month in which the year begins.</param>
internal sealed class AdventureWorksArithmetic(IReadOnlyList<Month> months, int yearBegins = 7)
{
    private readonly Dictionary<(string Subject, int Month), Month> _months = months.ToDictionary(
        month => (month.Subject, Stretch.Index(month.Period)));
    private readonly Dictionary<string, int> _firstOf = months.GroupBy(month => month.Subject)
        .ToDictionary(group => group.Key, group => group.Min(month => Stretch.Index(month.Period)));
    private readonly int _first = months.Min(month => Stretch.Index(month.Period));

    public bool HasFacts(string subject, Stretch stretch) =>
        Enumerable.Range(stretch.From, stretch.Length).Any(month => _months.ContainsKey((subject, month)));

    /// <summary>Months before the person's first do not count; null where one later than that is missing, and before all facts.</summary>
    public decimal? Sum(string subject, Stretch? stretch, Func<Month, decimal?> of)
    {
        if (stretch is null || stretch.From < _first || stretch.To < _firstOf[subject])
            return null;
        decimal? sum = 0;
        for (var month = Math.Max(stretch.From, _firstOf[subject]); month <= stretch.To; month++)
            sum += _months.TryGetValue((subject, month), out var facts) ? of(facts) : null;
        return sum;
    }

    public decimal? Sales(string subject, Stretch? stretch) => Sum(subject, stretch, month => month.Sales);

    public decimal? Target(string subject, Stretch? stretch) => Sum(subject, stretch, month => month.Target);

    public decimal? Margin(string subject, Stretch? stretch) =>
        (Sales(subject, stretch) - Sum(subject, stretch, month => month.Cost)) / Sales(subject, stretch);

    public decimal? MeanSales(string subject, Stretch stretch) =>
        (Sales(subject, stretch) + Sales(subject, stretch.Back(1)) + Sales(subject, stretch.Back(2))) / 3;

    public Stretch? YearToDate(Stretch stretch) => ToDate(stretch, 12);

    public Stretch? QuarterToDate(Stretch stretch) => ToDate(stretch, 3);

    /// <summary>Every result that the ruleset gives for a person.</summary>
    public IEnumerable<(string Name, FactValue Expected)> Results(string subject, Stretch stretch)
    {
        var (sales, target) = (Sales(subject, stretch), Target(subject, stretch));
        var attainment = sales / target;
        var score = AtMost100(100 * sales / target);
        yield return ("sales_amount", sales);
        yield return ("sales_amount.target", target);
        yield return ("sales_amount.attainment", attainment);
        yield return ("sales_amount.gap", target - sales);
        yield return ("sales_amount.score", score);
        yield return ("sales_amount.status", Status(attainment, 0.8m));

        var toDate = Sales(subject, YearToDate(stretch)) / Target(subject, YearToDate(stretch));
        var scoreToDate = AtMost100(100 * toDate);
        yield return ("attainment_to_date", toDate);
        yield return ("attainment_to_date.target", 1);
        yield return ("attainment_to_date.attainment", toDate);
        yield return ("attainment_to_date.gap", 1 - toDate);
        yield return ("attainment_to_date.score", scoreToDate);
        yield return ("attainment_to_date.status", Status(toDate, 0.9m));

        var growth = sales / Sales(subject, stretch with { From = stretch.From - 12 }) - 1;
        var growthScore = growth < -0.2m ? 0
            : growth < 0 ? 60 * (growth + 0.2m) / 0.2m
            : growth < 0.2m ? 60 + 40 * growth / 0.2m
            : growth is null ? default(decimal?)
            : 100;
        yield return ("sales_year_to_date", Sales(subject, YearToDate(stretch)));
        yield return ("sales_quarter_to_date", Sales(subject, QuarterToDate(stretch)));
        yield return ("sales_mean", MeanSales(subject, stretch));
        yield return ("sales_growth", sales / Sales(subject, stretch.Back(1)) - 1);
        yield return ("sales_growth_year", growth);
        yield return ("sales_growth_year.score", growthScore);

        var margin = Margin(subject, stretch);
        var marginScore = margin < 0 ? 0 : margin < 0.05m ? 50 + 50 * margin / 0.05m : margin is null ? default(decimal?) : 100;
        yield return ("margin", margin);
        yield return ("margin.score", marginScore);
        yield return ("margin_to_date", Margin(subject, YearToDate(stretch)));
        yield return ("average_order", sales / Sum(subject, stretch, month => month.Orders));
        yield return ("revenue_per_customer", sales / Sum(subject, stretch, month => month.Customers));
        yield return ("own_share", subject == "277" ? default(decimal?) : Sum(subject, stretch, month => month.OwnSales) / sales);

        var (results, profit, growing) = (Card((40, score), (60, scoreToDate)), Card((100, marginScore)), Card((100, growthScore)));
        var card = Mean((60, results), (20, profit), (20, growing));
        yield return ("scorecard.results", Mean((1, results)));
        yield return ("scorecard.profit", Mean((1, profit)));
        yield return ("scorecard.growth", Mean((1, growing)));
        yield return ("scorecard", card);
        yield return ("scorecard.grade", card is null ? null : card >= 90 ? "A" : card >= 75 ? "B" : card >= 60 ? "C" : "D");
    }

    /// <summary>Null where the stretch itself begins before the year or the quarter does.</summary>
    private Stretch? ToDate(Stretch stretch, int monthsOfIt)
    {
        var from = stretch.To - (stretch.To % 12 + 1 - yearBegins + 12) % monthsOfIt;
        return stretch.From < from ? null : new Stretch("", from, stretch.To - from + 1);
    }

    private static decimal? AtMost100(decimal? score) => score > 100 ? 100 : score;

    private static string? Status(decimal? attainment, decimal yellow) =>
        attainment is null ? null : attainment >= 1 ? "green" : attainment >= yellow ? "yellow" : "red";

    /// <summary>What is there of a perspective: the weighted scores, and the weights.</summary>
    private static (decimal Sum, decimal Weights) Card(params (decimal Weight, decimal? Score)[] scores)
    {
        var there = scores.Where(score => score.Score is not null).ToList();
        return (there.Sum(score => score.Weight * score.Score!.Value), there.Sum(score => score.Weight));
    }

    /// <summary>Multiplied before it is divided; what is not there leaves with its weight.</summary>
    private static decimal? Mean(params (decimal Weight, (decimal Sum, decimal Weights) Card)[] perspectives)
    {
        var there = perspectives.Where(perspective => perspective.Card.Weights > 0).ToList();
        return there.Count == 0
            ? null
            : there.Sum(perspective => perspective.Weight * perspective.Card.Sum / perspective.Card.Weights)
                / there.Sum(perspective => perspective.Weight);
    }
}
