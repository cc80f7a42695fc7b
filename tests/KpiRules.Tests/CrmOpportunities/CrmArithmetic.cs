// What the policy of the CRM example means, worked out from the rows of its files without any of the library.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Tests.Support;
using static KpiRules.Tests.CrmOpportunities.CrmOpportunitiesFile;

namespace KpiRules.Tests.CrmOpportunities;

internal static class CrmArithmetic
{
    private static readonly Dictionary<string, (decimal Price, decimal Rate)> Prices = new()
    {
        ["ERP 标准版"] = (55_000, 0.03m), ["ERP 旗舰版"] = (268_000, 0.04m), ["MES 基础版"] = (48_000, 0.03m), ["MES 高级版"] = (126_000, 0.035m),
        ["WMS 云仓"] = (34_000, 0.03m), ["BI 看板"] = (11_000, 0.05m), ["实施人天包"] = (5_500, 0.01m),
    };

    /// <summary>Who has facts in a month.</summary>
    public static IEnumerable<string> PeopleOf(int month) => People.Value.Keys.Where(person => Visits.Value.ContainsKey((person, month)));

    public static decimal Sales(string person, int month) => Won(person, month).Sum(deal => deal.Amount!.Value);

    public static decimal? Target(string person, int month) =>
        Targets.Value.TryGetValue((person, month), out var target) ? target : null;

    public static decimal? WinRate(string person, int month) =>
        Deals.Value[(person, month)].Count() is > 0 and var all ? Won(person, month).Count / (decimal)all : null;

    public static decimal? AverageDeal(string person, int month) =>
        Won(person, month) is { Count: > 0 } won ? won.Sum(deal => deal.Amount!.Value) / won.Count : null;

    public static decimal? Cycle(string person, int month) => Won(person, month) is { Count: > 0 } won
        ? won.Sum(deal => (decimal)(deal.Closed - deal.Created).Days) / won.Count
        : null;

    /// <summary>By the price list, less for a discount.</summary>
    public static decimal Commission(string person, int month) => Cents(Won(person, month).Sum(deal =>
    {
        var (price, rate) = Prices[deal.Product];
        var paid = deal.Amount!.Value / (price * deal.Pieces);
        return deal.Amount.Value * rate * (paid >= 0.95m ? 1m : paid >= 0.88m ? 0.8m : paid >= 0.8m ? 0.5m : 0m);
    }));

    /// <summary>What the year's sales earn up to a month, less what they had earned before it; null for managers.</summary>
    public static decimal? Tiers(string person, int month) => People.Value[person].Job == "经理"
        ? null
        : Cents(Earned(YearToDate(person, month)) - Earned(month == 1 ? 0 : YearToDate(person, month - 1)));

    /// <summary>In the last month of a quarter; null in others, and for who has no quota.</summary>
    public static decimal? Quarter(string person, int month)
    {
        var months = Enumerable.Range(month - 2, 3).Where(one => Visits.Value.ContainsKey((person, one))).ToList();
        if (month % 3 > 0 || Target(person, month) is null)
            return null;
        var reached = months.Sum(one => Sales(person, one)) / months.Sum(one => Target(person, one)!.Value);
        return Cents(reached < 0.9m ? 0
            : reached < 1 ? 2000 + 30_000 * (reached - 0.9m)
            : reached < 1.5m ? 5000 + 14_000 * (reached - 1)
            : 12_000);
    }

    public static decimal? Override(string person, int month) => People.Value[person].Job == "经理"
        ? Cents(0.006m * PeopleOf(month).Where(one => People.Value[one].Manager == person).Sum(one => Sales(one, month)))
        : null;

    /// <summary>From three months after the day of hire on, with a quota: who joined during the year has none.</summary>
    public static bool IsInPool(string person, int month) =>
        People.Value[person].Hired.AddMonths(3) <= new DateTime(2026, month, 1).AddMonths(1) && Target(person, month) is not null;

    /// <summary>Three per mille of the region's sales, by sales among those who reached 80 %: to the cent by largest remainder.</summary>
    public static Dictionary<string, decimal> Pool(string region, int month)
    {
        var sales = PeopleOf(month).Where(person => People.Value[person].Region == region).Order(StringComparer.Ordinal).ToList();
        var cents = decimal.Round(0.3m * sales.Sum(person => Sales(person, month)), MidpointRounding.AwayFromZero);
        var members = sales.Where(person => IsInPool(person, month) && Sales(person, month) / Target(person, month) >= 0.8m).ToList();
        if (members.Count == 0)
            return [];
        var parts = PlanArithmetic.Divide(cents / 100, members.ConvertAll(person => Sales(person, month)), 0.01m);
        return members.Zip(parts).ToDictionary(part => part.First, part => part.Second);
    }

    /// <summary>3,000, 2,000 and 1,000 by how many sold more.</summary>
    public static decimal TopThree(string person, int month) => Sales(person, month) == 0
        ? 0
        : PeopleOf(month).Count(one => Sales(one, month) > Sales(person, month)) switch { 0 => 3000, 1 => 2000, 2 => 1000, _ => 0 };

    private static List<Deal> Won(string person, int month) => Deals.Value[(person, month)].Where(deal => deal.IsWon).ToList();

    private static decimal YearToDate(string person, int month) => Enumerable.Range(1, month).Sum(one => Sales(person, one));

    private static decimal Earned(decimal sales) =>
        0.005m * (decimal.Clamp(sales, 1_500_000, 3_000_000) - 1_500_000) + 0.01m * (decimal.Max(sales, 3_000_000) - 3_000_000);

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);
}
