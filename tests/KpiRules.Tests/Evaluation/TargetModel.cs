// Random targets and histories with holes, and what a target is in one month, in the fewest lines that can say it.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Tests.Evaluation;

/// <summary>Months of some subjects: null for a month without facts.</summary>
internal sealed class TargetHistory
{
    public const int Count = 16;

    private static readonly Period FirstMonth = Period.Parse("2025-09");

    private readonly Dictionary<string, Month?[]> _months = [];

    public sealed record Month(decimal? A, decimal? B, string? Group, decimal? Weight, IReadOnlyList<(decimal Amount, string Kind)> Deals);

    public TargetHistory(Random random, int fiscalYearStart)
    {
        FiscalYearStart = fiscalYearStart;
        CompleteFrom = random.Next(3) == 0 ? random.Next(1, 6) : 0;
        foreach (var subject in (string[])["s", "t", "u"])
        {
            var first = random.Next(3) == 0 ? random.Next(Count - 2) : 0;
            _months.Add(subject, Enumerable.Range(0, Count).Select(month => month < first || random.Next(9) == 0 ? null : new Month(
                random.Next(15) == 0 ? null : random.Next(-2, 10),
                random.Next(15) == 0 ? null : random.Next(1, 6),
                random.Next(3) == 0 ? random.Next(2) == 0 ? "x" : "y" : null,
                random.Next(3) == 0 ? random.Next(1, 4) : null,
                Enumerable.Range(0, random.Next(3)).Select(_ => ((decimal)random.Next(1, 20), random.Next(2) == 0 ? "A" : "B")).ToArray()))
                .ToArray());
        }

        Facts = Dataset.Build(builder =>
        {
            // the list is there, and the months are, whoever else is
            builder.CompleteFrom(At(CompleteFrom)).Add("zoe", At(0), ("a", 1))
                .AddRecord("zoe", At(0).ToString(), "deals", ("amount", 1), ("kind", "A"));
            foreach (var (subject, months) in _months)
            {
                for (var month = 0; month < Count; month++)
                    Add(builder, subject, At(month), months[month]);
            }
        });
    }

    public int FiscalYearStart { get; }

    public int CompleteFrom { get; }

    /// <summary>The last month that has begun.</summary>
    public int AsOf { get; set; } = Count;

    public Dataset Facts { get; }

    public IEnumerable<string> Subjects => _months.Keys;

    public static Period At(int month) => FirstMonth.Add(month);

    public static int IndexOf(Period month) => Enumerable.Range(0, Count).First(index => At(index) == month);

    public Month? Of(string subject, int month) =>
        month < 0 ? null : subject == "zoe" ? month == 0 ? new Month(1, null, null, null, [(1, "A")]) : null : _months[subject][month];

    public bool Has(string subject, int month) => Of(subject, month) is not null;

    public IEnumerable<string> Members(int month) => Subjects.Append("zoe").Where(subject => Has(subject, month));

    /// <summary>The first month with facts; behind the last for one without any.</summary>
    public int FirstOf(string subject) => Enumerable.Range(0, Count).Where(month => Has(subject, month)).DefaultIfEmpty(Count).First();

    public string? GroupOf(string subject, int month) =>
        KnownIn(month).Select(one => Of(subject, one)?.Group).FirstOrDefault(group => group is not null);

    public decimal? WeightOf(string subject, int month) =>
        KnownIn(month).Select(one => Of(subject, one)?.Weight).FirstOrDefault(weight => weight is not null);

    /// <summary>The months of the policy's year, or quarter, up to one; the first may lie before all facts.</summary>
    public IReadOnlyList<int> ToDate(int month, string function)
    {
        var ofYear = (At(month).Number - FiscalYearStart + 12) % 12;
        var back = function == "ytd" ? ofYear : ofYear % 3;
        return Enumerable.Range(month - back, back + 1).ToArray();
    }

    /// <summary>The months whose attributes hold in one, the nearest first: its own, and those before that have begun.</summary>
    private IEnumerable<int> KnownIn(int month) => Enumerable.Range(0, month + 1).Reverse().Where(one => one == month || one <= AsOf);

    private static void Add(DatasetBuilder builder, string subject, Period period, Month? month)
    {
        if (month is null)
            return;
        var facts = new List<KeyValuePair<string, FactValue>> { new("here", 1) };
        if (month.A is { } a)
            facts.Add(new("a", a));
        if (month.B is { } b)
            facts.Add(new("b", b));
        if (month.Group is { } group)
            facts.Add(new("g", group));
        if (month.Weight is { } weight)
            facts.Add(new("w", weight));
        builder.Add(subject, period, facts);
        foreach (var (amount, kind) in month.Deals)
            builder.AddRecord(subject, period.ToString(), "deals", ("amount", amount), ("kind", kind));
    }
}

/// <param name="In">What it is for a subject in a month; null where it is not available.</param>
/// <param name="NeedsHistory">Whether it looks at who has facts, or which.</param>
/// <param name="IsConstant">Whether it is the same for all subjects and months.</param>
internal sealed record TargetFormula(
    string Text, Func<TargetHistory, string, int, decimal?> In, bool NeedsHistory = true, bool IsConstant = false)
{
    /// <param name="others">Earlier targets of the same policy, by their names.</param>
    public static TargetFormula Random(Random random, int depth, IReadOnlyList<RandomTarget> others)
    {
        TargetFormula Part() => Random(random, depth - 1, others);
        if (depth > 0 && random.Next(3) > 0)
        {
            var (x, y) = (Part(), Part());
            var (needs, constant) = (x.NeedsHistory || y.NeedsHistory, x.IsConstant && y.IsConstant);
            switch (random.Next(8))
            {
                case 0 or 1:
                    return new($"({x.Text} + {y.Text})", (h, s, m) => x.In(h, s, m) + y.In(h, s, m), needs, constant);
                case 2:
                    return new($"({x.Text} - {y.Text})", (h, s, m) => x.In(h, s, m) - y.In(h, s, m), needs, constant);
                case 3:
                    return new($"{x.Text} * {y.Text}", (h, s, m) => x.In(h, s, m) * y.In(h, s, m), needs, constant);
                case 4:
                    return new(
                        $"if(g = 'x', {x.Text}, {y.Text})",
                        (h, s, m) => h.GroupOf(s, m) is not { } group ? null : group == "x" ? x.In(h, s, m) : y.In(h, s, m),
                        needs);
                case 5:
                    return new(
                        $"if({x.Text} > 5, {y.Text}, 7)",
                        (h, s, m) => x.In(h, s, m) is not { } value ? null : value > 5 ? y.In(h, s, m) : 7,
                        needs,
                        constant);
                case 6:
                    return new($"previous({x.Text})", (h, s, m) => h.Has(s, m - 1) ? x.In(h, s, m - 1) : null);
                default:
                    return new(
                        $"sumOf({x.Text}, 2)", (h, s, m) => h.Has(s, m) && h.Has(s, m - 1) ? x.In(h, s, m) + x.In(h, s, m - 1) : null);
            }
        }

        var number = random.Next(1, 9);
        switch (random.Next(others.Count > 0 ? 15 : 13))
        {
            case 0:
                return new(FormattableString.Invariant($"{number}"), (_, _, _) => number, NeedsHistory: false, IsConstant: true);
            case 1:
                return new("month()", (_, _, m) => TargetHistory.At(m).Number, NeedsHistory: false);
            case 2:
                return new("w", (h, s, m) => h.WeightOf(s, m), NeedsHistory: false);
            case 3:
                return new("headcount()", (h, _, m) => h.Members(m).Count());
            case 4:
                return new(
                    "headcount(g)",
                    (h, s, m) => h.GroupOf(s, m) is { } group ? h.Members(m).Count(one => h.GroupOf(one, m) == group) : null);
            case 5:
                return new("everyone(a)", (h, _, m) => Together(h.Members(m).Select(one => h.Of(one, m)!.A)));
            case 6:
                return new("within(g, a)", (h, s, m) => h.GroupOf(s, m) is { } group
                    ? Together(h.Members(m).Where(one => h.GroupOf(one, m) == group).Select(one => h.Of(one, m)!.A))
                    : null);
            case 7:
                return new("sum(deals, amount)", (h, s, m) => h.Of(s, m)?.Deals.Sum(deal => deal.Amount));
            case 8:
                return new("count(deals, kind = 'A')", (h, s, m) => h.Of(s, m)?.Deals.Count(deal => deal.Kind == "A"));
            case 9:
                return new("b", (h, s, m) => h.Of(s, m)?.B);
            case 10:
                return Over("ytd", "a", (h, s, m) => h.Of(s, m)?.A);
            case 11:
                return Over("qtd", "sum(deals, amount)", (h, s, m) => h.Of(s, m)?.Deals.Sum(deal => deal.Amount));
            case 12:
                return new("a", (h, s, m) => h.Of(s, m)?.A);
            default:
                var other = others[random.Next(others.Count)];
                return random.Next(2) == 0
                    ? new($"{other.Name}.target", other.Formula.In, other.Formula.NeedsHistory)
                    : new($"ytd({other.Name}.target)", (h, s, m) => other.ToDate(h, s, m, "ytd"));
        }
    }

    private static TargetFormula Over(string function, string x, Func<TargetHistory, string, int, decimal?> of) =>
        new($"{function}({x})", (h, s, m) =>
        {
            var window = h.ToDate(m, function);
            return window[0] < h.CompleteFrom || m < h.FirstOf(s)
                ? null
                : Together(window.Where(month => month >= h.FirstOf(s)).Select(month => of(h, s, month)));
        });

    private static decimal? Together(IEnumerable<decimal?> values) => values.Aggregate((decimal?)0, (sum, value) => sum + value);
}

/// <summary>A target with the way in which those of several months become one.</summary>
internal sealed record RandomTarget(string Name, string Combine, TargetFormula Formula)
{
    public decimal? ToDate(TargetHistory history, string subject, int month, string function)
    {
        if (Formula.IsConstant && Combine != "sum")
            return Formula.In(history, subject, month);
        var window = history.ToDate(month, function);
        return window[0] < history.CompleteFrom ? null : Of(history, subject, window);
    }

    /// <summary>Of a longer period made of months.</summary>
    public decimal? Over(TargetHistory history, string subject, IReadOnlyList<int> months)
    {
        if (Formula.IsConstant && Combine != "sum")
            return Formula.In(history, subject, 0);
        return Formula.NeedsHistory && !Formula.IsConstant && Combine != "last" && months[0] < history.CompleteFrom
            ? null
            : Of(history, subject, months);
    }

    public decimal? Of(TargetHistory history, string subject, IReadOnlyList<int> months)
    {
        var first = history.FirstOf(subject);
        return months[^1] < first
            ? null
            : Together(months.Where(month => month >= first).Select(month => Formula.In(history, subject, month)).ToArray());
    }

    /// <summary>Values in the order of time as one.</summary>
    public decimal? Together(IReadOnlyList<decimal?> values, bool overSubjects = false) => Combine switch
    {
        "last" when !overSubjects => values[^1],
        _ when values.Contains(null) => null,
        "sum" or "last" => values.Sum(),
        "average" => values.Sum() / values.Count,
        "min" => values.Min(),
        _ => values.Max(),
    };
}
