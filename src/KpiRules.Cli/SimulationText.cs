// Writes a comparison of two policies for people: cost, who gains and who loses, the largest changes with their causes, crossings.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using KpiRules.Comparing;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Cli;

internal sealed class SimulationText(Policy before, Policy after, EvaluationInputs inputs, int? width)
{
    private const int MostShown = 40;
    private const int LargestShown = 10;
    private const int NamedShown = 5;
    private const string None = "–";

    private readonly string _language = inputs.Language;
    private readonly StringBuilder _text = new();

    public string Write(Comparison comparison)
    {
        Head(comparison.Subjects.Count);
        if (comparison.Costs.Count > 0)
        {
            WriteCosts(comparison);
            WriteSubjects(comparison);
            WriteLargest(comparison);
        }

        WriteCrossings(comparison.Crossings);
        return _text.ToString();
    }

    /// <summary>A row for each value of a parameter.</summary>
    public string Write(string parameter, string? unit, IReadOnlyList<(decimal Value, CostChange Payout)> costs)
    {
        Head(Enum.GetValues<ChangeKind>().Sum(kind => costs[0].Payout[kind].Subjects));
        var table = new TextTable(CompareText.SweepColumns(_language, parameter));
        foreach (var (value, payout) in costs)
            table.Add(Row(ResultTable.Written(after, value, unit)!, payout));
        _text.Append(table.ToString(width));
        if (costs.Any(cost => cost.Payout.HeldBefore + cost.Payout.HeldAfter > 0))
            _text.Append(CompareText.Held(_language, costs[0].Payout.HeldBefore, costs.Max(cost => cost.Payout.HeldAfter))).Append('\n');
        return _text.ToString();
    }

    private void Head(int subjects)
    {
        _text.Append(CompareText.Side(_language, true, ToolText.TitleOf(before, _language), "")).Append('\n');
        _text.Append(CompareText.Side(_language, false, ToolText.TitleOf(after, _language), Set())).Append('\n');
        _text.Append(CompareText.Of(_language, inputs.WrittenPeriod, subjects)).Append('\n');
    }

    /// <summary>The parameters that were given other values than the file has.</summary>
    private string Set() => string.Concat(inputs.Policy.Parameters.Zip(after.Parameters)
        .Where(pair => pair.First.Value != pair.Second.Value)
        .Select(pair => $", {pair.Second.Name} = {ResultTable.Written(after, pair.Second.Value, pair.Second.Unit)}"));

    private void WriteCosts(Comparison comparison)
    {
        var table = new TextTable(CompareText.CostColumns(_language));
        foreach (var cost in comparison.Costs)
            table.Add(Row(cost.Result == "payout" ? CompareText.Total(_language) : Named(cost.Title, cost.Result), cost));
        _text.Append(table.ToString(width));
        var payout = comparison.Costs[^1];
        if (payout.HeldBefore + payout.HeldAfter > 0)
            _text.Append(CompareText.Held(_language, payout.HeldBefore, payout.HeldAfter)).Append('\n');
    }

    private string[] Row(string name, CostChange cost) =>
    [
        name, Money(cost.Before), Money(cost.After), Signed(cost.Difference),
        Count(cost[ChangeKind.Gain].Subjects), Signed(cost[ChangeKind.Gain].Difference),
        Count(cost[ChangeKind.Loss].Subjects), Signed(cost[ChangeKind.Loss].Difference),
        Count(cost[ChangeKind.Unchanged].Subjects),
        Count(new[] { ChangeKind.NotAvailableBefore, ChangeKind.NotAvailableAfter, ChangeKind.NotAvailable }
            .Sum(kind => cost[kind].Subjects)),
    ];

    private void WriteSubjects(Comparison comparison)
    {
        var changed = comparison.BySubject().Where(change => change.Kind != ChangeKind.Unchanged)
            .OrderByDescending(change => change.Difference ?? decimal.MinValue).ToList();
        if (!Heading("Who gains and who loses", changed.Count))
            return;
        var table = new TextTable(CompareText.SubjectColumns(_language));
        // the ends are what people look at: who gains most, and who loses most
        var left = Math.Max(0, changed.Count - MostShown);
        foreach (var change in left == 0 ? changed : changed.Take(MostShown / 2).Concat(changed.TakeLast(MostShown / 2)))
            table.Add(
            [
                change.Subject, Money(change.Before), Money(change.After), Signed(change.Difference),
                CompareText.Kind(_language, change.Kind)
            ]);
        _text.Append(table.ToString(width));
        if (left > 0)
            _text.Append(CompareText.More(_language, left)).Append('\n');
    }

    private void WriteLargest(Comparison comparison)
    {
        var largest = comparison.Largest(LargestShown);
        if (largest.Count == 0 || !Heading("The largest changes", largest.Count))
            return;
        foreach (var change in largest)
        {
            var note = change.Difference is null ? CompareText.Kind(_language, change.Kind) : Signed(change.Difference);
            _text.Append($"{change.Subject} {change.Period}: {Money(change.Before)} → {Money(change.After)} ({note})\n");
            foreach (var cause in comparison.CausesOf(change.Subject, change.Period!.Value))
                _text.Append("  ").Append(cause.ToString(_language)).Append('\n');
        }
    }

    private void WriteCrossings(IReadOnlyList<Crossing> crossings)
    {
        if (crossings.Count == 0 || !Heading("Who crosses a gate or a grade", crossings.Count))
            return;
        var table = new TextTable(CompareText.CrossingColumns(_language));
        foreach (var crossing in crossings)
        {
            var who = crossing.Subjects.Select(one => one.Subject).Distinct().ToList();
            table.Add(
            [
                Named(crossing.Title, crossing.Result), State(crossing.From), State(crossing.To), Count(crossing.Subjects.Count),
                string.Join(", ", who.Take(NamedShown)) + (who.Count > NamedShown ? ", …" : ""),
            ]);
        }

        _text.Append(table.ToString(width));
    }

    private bool Heading(string english, int count)
    {
        // a table ends with an empty line
        if (!(_text[^1] == '\n' && _text[^2] == '\n'))
            _text.Append('\n');
        _text.Append(CompareText.Heading(_language, count == 0 ? "Nobody gains or loses" : english)).Append('\n');
        return count > 0;
    }

    /// <summary>The states of lines are ours, and so have words in both languages; grades are the author's.</summary>
    private string State(string? state) => state is null ? CompareText.NotThere(_language)
        : Enum.GetValues<LineState>().Where(one => one.ToString().Equals(state, StringComparison.OrdinalIgnoreCase))
            .Select(one => one.In(_language)).FirstOrDefault() ?? state;

    private string Named(LocalizedText? title, string name) =>
        title?.In(_language) is { } words && words != name ? $"{words} ({name})" : name;

    private string Money(decimal? amount) => ResultTable.Written(after, amount, "money") ?? None;

    private string Signed(decimal? amount) => (amount > 0 ? "+" : "") + Money(amount);

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
