// What each person is paid in each month, worked out from the rows of the files without any of the library.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Tests.AdventureWorks;

/// <summary>A line of a payout: how it stands, and what it pays; null where nothing is known or there is no line.</summary>
internal sealed record PayLine(string State, decimal? Amount)
{
    public static readonly PayLine None = new("none", null);
    public static readonly PayLine Held = new("held", null);
    public static readonly PayLine Closed = new("closed", 0);

    /// <summary>To the cent, half a cent up.</summary>
    public static PayLine Of(decimal amount) => new("paid", Math.Round(amount, 2, MidpointRounding.AwayFromZero));
}

internal sealed class AdventureWorksPay
{
    private readonly Dictionary<string, (string Level, string Manager)> _people;
    private readonly Dictionary<(string Subject, int Month), Month> _months;
    private readonly ILookup<(string Subject, int Month), OrderLine> _lines;

    public AdventureWorksPay()
    {
        var (header, people) = AdventureWorksData.ReadCsv(AdventureWorksData.PeopleFile);
        var (level, manager) = (Array.IndexOf(header, "level"), Array.IndexOf(header, "manager"));
        _people = people.ToDictionary(person => person[0], person => (person[level], person[manager]));
        _months = AdventureWorksData.Months.ToDictionary(month => (month.Subject, Stretch.Index(month.Period)));
        _lines = AdventureWorksData.OrderLines.ToLookup(line => (line.Seller, line.Month));
    }

    /// <summary>The lines of a person's month, in the order of the ruleset.</summary>
    public IReadOnlyList<(string Name, PayLine Line)> LinesOf(Month facts) =>
    [
        ("quota_commission", OnQuota(facts)),
        ("line_commission", OnOwnLines(facts)),
        ("team_override", OnTeam(facts)),
        ("annual_bonus", OnYear(facts)),
        ("leadership_bonus", OnExcess(facts)),
    ];

    /// <summary>Every result of the incentives for a person's month.</summary>
    public IEnumerable<(string Name, FactValue Expected)> Results(Month facts)
    {
        var lines = LinesOf(facts);
        foreach (var (name, line) in lines)
        {
            yield return (name, line.Amount);
            yield return ($"{name}.state", line.State);
        }

        yield return ("payout", lines.Sum(line => line.Line.Amount ?? 0));
        yield return ("payout.held", lines.Count(line => line.Line.State == "held"));
    }

    private PayLine OnQuota(Month facts)
    {
        if (LevelOf(facts) != "rep")
            return PayLine.None;
        if (facts.Cost is null)
            return PayLine.Held;
        if (facts.Sales < facts.Cost)
            return PayLine.Closed;
        if (facts.Target is not { } target)
            return PayLine.Held;
        var amount = 0.001m * facts.Sales + 0.002m * Above(facts.Sales, target) + 0.002m * Above(facts.Sales, 1.5m * target);
        return PayLine.Of(Math.Min(amount, 2000));
    }

    private PayLine OnOwnLines(Month facts)
    {
        var lines = LinesOf(facts.Subject, IndexOf(facts)).ToList();
        if (lines.Any(line => line.Cost is null))
            return PayLine.Held;
        var gains = lines.Where(line => line.Amount > line.Cost).ToList();
        if (gains.Count == 0 && lines.Count > 0)
            return PayLine.Closed;
        return PayLine.Of(gains.Sum(line => Math.Min(150, 0.005m * line.Amount + 0.005m * Above(line.Amount, 5000))));
    }

    private PayLine OnTeam(Month facts)
    {
        if (LevelOf(facts) != "manager")
            return PayLine.None;
        var sold = _people.Where(person => person.Value.Manager == facts.Subject).Sum(person => Sold(person.Key, IndexOf(facts)));
        var factor = facts.Sales >= facts.Target ? 1.2m
            : facts.Sales >= 0.8m * facts.Target ? 1
            : facts.Target is null ? default(decimal?)
            : 0.5m;
        return factor is null ? PayLine.Held : PayLine.Of(sold * 0.002m * factor.Value);
    }

    private PayLine OnYear(Month facts)
    {
        if (LevelOf(facts) != "rep")
            return PayLine.None;
        return PayLine.Of(Bonus(YearUpTo(facts).Sum(month => Sold(facts.Subject, month)))
            - Bonus(YearBefore(facts).Sum(month => Sold(facts.Subject, month))));

        static decimal Bonus(decimal sold) => 0.002m * (Above(sold, 1_000_000) + Above(sold, 2_000_000) + Above(sold, 3_000_000));
    }

    private PayLine OnExcess(Month facts)
    {
        if (LevelOf(facts) == "rep")
            return PayLine.None;
        return Bonus(YearUpTo(facts)) - Bonus(YearBefore(facts)) is { } amount ? PayLine.Of(amount) : PayLine.Held;

        decimal? Bonus(IEnumerable<int> year)
        {
            var months = year.Select(month => _months[(facts.Subject, month)]).ToList();
            var sales = months.Sum(month => month.Sales);
            return months.Any(month => month.Target is null)
                ? null
                : 0.01m * (Above(sales, months.Sum(month => month.Target!.Value))
                    + Above(sales, 1.2m * months.Sum(month => month.Target!.Value)));
        }
    }

    private static decimal Above(decimal value, decimal bound) => Math.Max(0, value - bound);

    private decimal Sold(string subject, int month) => LinesOf(subject, month).Sum(line => line.Amount);

    private IEnumerable<OrderLine> LinesOf(string subject, int month) => _lines[(subject, month)];

    private IEnumerable<int> YearBefore(Month facts) => YearUpTo(facts).Where(month => month < IndexOf(facts));

    /// <summary>The months of the person's fiscal year, from July or the first there is.</summary>
    private IEnumerable<int> YearUpTo(Month facts)
    {
        var last = IndexOf(facts);
        return Enumerable.Range(last - 11, 12)
            .Where(month => (month - 6) / 12 == (last - 6) / 12 && _months.ContainsKey((facts.Subject, month)));
    }

    private string LevelOf(Month facts) => _people[facts.Subject].Level;

    private static int IndexOf(Month facts) => Stretch.Index(facts.Period);
}
