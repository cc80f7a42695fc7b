// Writes a plan as a table for people: groups and subjects down, periods across, sums of both.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Planning;
using KpiRules.Results;

namespace KpiRules.Cli;

internal sealed class PlanTableText
{
    private const string None = "–";

    private readonly Policy _policy;
    private readonly PlanResult _result;
    private readonly KpiDescription _kpi;
    private readonly string _language;
    private readonly List<string[]> _rows = [];

    private PlanTableText(Policy policy, PlanResult result, string language)
    {
        (_policy, _result, _language) = (policy, result, language);
        _kpi = policy.Kpis.First(kpi => kpi.Name == result.Plan.Kpi);
        Add(result.Root!, 0);
    }

    public static string Write(Policy policy, PlanResult result, string language, int? width)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new PlanTableText(policy, result, language).Write(text, width);
        return text.ToString();
    }

    private void Write(TextWriter text, int? width)
    {
        var plan = _result.Plan;
        text.WriteLine($"{ToolText.TitleOf(_policy, _language)}  {Titled(plan.Title?.In(_language), plan.Name)}: "
            + $"{Titled(_kpi.Title?.In(_language), _kpi.Name)}");
        text.WriteLine(PlanText.Weighed(_language, plan, Written(_result.Total)));
        if (_result.Closed is { } closed)
            text.WriteLine(PlanText.ClosedUpTo(_language, closed, _result.IsSpread));
        if (plan.Stretch.Count > 0)
            text.WriteLine(PlanText.Stretch(
                _language, plan.Stretch.Select(name => $"{_kpi.Name}.{name} × {FactorOf(plan, name)}")));
        var (before, behind) = PlanText.Columns(_language, _result.IsSpread);
        var table = new TextTable(before.Concat(_result.Periods.Select(Heading)).Concat(behind).Select((heading, i) => (heading, i > 0)));
        foreach (var row in _rows)
            table.Add(row);
        text.Write(table.ToString(width));
        if (plan.Stretch.Any(name => plan.FactorOf(name) is null))
            WriteFactors(text, plan, width);
    }

    /// <summary>What formulas gave each subject for a factor, and how far the subject is, which they may look at.</summary>
    private void WriteFactors(TextWriter text, PlanDescription plan, int? width)
    {
        var names = plan.Stretch.Where(name => plan.FactorOf(name) is null).ToList();
        text.WriteLine(PlanText.Factors(_language, _result.Closed ?? plan.From.Add(-1)));
        var table = new TextTable(
            PlanText.FactorColumns(_language).Concat(names.Select(name => $"{_kpi.Name}.{name}")).Select((heading, i) => (heading, i > 0)));
        foreach (var subject in _result.Subjects)
            table.Add([
                subject, Ratio(_result.Progress(subject)),
                .. names.Select(name => Ratio(_result.Factor(name, subject))),
            ]);
        text.Write(table.ToString(width));
    }

    /// <summary>The number, or the formula that gives it for each subject.</summary>
    private static string FactorOf(PlanDescription plan, string name) =>
        plan.FactorOf(name) is { } factor ? ((FactValue)factor).ToString() : $"({plan.FormulaOf(name)})";

    /// <summary>A factor seldom has more digits, and a quotient such as a progress is rounded for the eye.</summary>
    private static string Ratio(decimal? number) => number is { } value
        ? Math.Round(value, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture)
        : None;

    /// <summary>Adds the node and all below it; gives its figures, which are not available where one of their parts is not.</summary>
    private decimal?[] Add(PlanNode node, int depth)
    {
        var place = _rows.Count;
        _rows.Add([]);
        var figures = node.Children.Count == 0
            ? FiguresOf(node.Name)
            : node.Children.Select(child => Add(child, depth + 1)).Aggregate((all, one) => all.Zip(one, Plus).ToArray());
        _rows[place] =
            [Name(node, depth), ResultTable.Written(_policy, node.Weight, null)!, Written(node.Part), .. figures.Select(Written)];
        return figures;
    }

    /// <summary>The targets of a subject, and what stands behind them.</summary>
    private decimal?[] FiguresOf(string subject)
    {
        var targets = _result.Targets(subject);
        var open = targets.Where((_, i) => !_result.IsSpread || !IsClosed(_result.Periods[i])).Aggregate((decimal?)0m, Plus);
        return _result.IsSpread
            ? [.. targets, _result.Achieved(subject), Plus(_result.Achieved(subject), open)]
            : [.. targets, open];
    }

    /// <summary>Null where one of them is, and where the sum is beyond a decimal.</summary>
    private static decimal? Plus(decimal? left, decimal? right)
    {
        try
        {
            return left + right;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private string Name(PlanNode node, int depth) =>
        new string(' ', 2 * depth) + (depth == 0 ? PlanText.Whole(_language)
            : node.Children.Count == 0 ? node.Name
            : $"{(node.Name.Length == 0 ? None : node.Name)} ({node.Level})");

    private string Heading(Period period) => IsClosed(period) ? period + "*" : period.ToString();

    private string Written(decimal? number) => ResultTable.Written(_policy, number, _kpi.Unit) ?? None;

    private bool IsClosed(Period period) => _result.Closed is { } closed && period.CompareTo(closed) <= 0;

    private static string Titled(string? title, string name) => title is null || title == name ? name : $"{title} ({name})";
}
