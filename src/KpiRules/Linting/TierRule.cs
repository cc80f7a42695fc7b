// A tier whose value is ten times its neighbours' or a tenth of them, where the others lie close together.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Kernel;
using KpiRules.Sections.Schedules;

namespace KpiRules.Linting;

internal sealed class TierRule : LintRule
{
    private const decimal Far = 10;
    private const decimal Close = 6;

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) =>
        ruleset.Operations.SelectMany(operation => Series(operation, ruleset)).SelectMany(series => Outliers(series, ruleset));

    /// <summary>Values that stand beside each other, in order.</summary>
    private static IEnumerable<Series> Series(Operation operation, LintedRuleset ruleset) => operation switch
    {
        RowsOperation rows => ByText(rows.Values).Select(values => new Series(
            values, IsCurve: rows.Form == ScheduleForm.Points && !IsScore(rows, ruleset), MayBeFew: IsScore(rows, ruleset))),
        CasesOperation cases => [new(cases.Values, IsCurve: false, OnlyFractions: true)],
        ChoiceOperation choice => [new([.. choice.Branches.Select(branch => branch.Value)], IsCurve: false, OnlyFractions: true)],
        GridOperation grid => Enumerable.Range(0, grid.Rows.Bounds.Count).Select(row => new Series(
            grid.Values.Skip(row * grid.Columns.Bounds.Count).Take(grid.Columns.Bounds.Count).ToList(), IsCurve: false)),
        // others: have no values side by side
        _ => [],
    };

    /// <summary>Points that are given for a KPI lie close together, however far apart it is.</summary>
    private static bool IsScore(RowsOperation rows, LintedRuleset ruleset) =>
        ruleset.Definition.Kpis.Any(kpi => kpi.Score?.Json.Place.Span == rows.Origin.Place.Span);

    /// <summary>Of tiers whose values differ by a text, those of each text; else the values as they are.</summary>
    private static IEnumerable<IReadOnlyList<Operation>> ByText(IReadOnlyList<Operation> values)
    {
        var cases = values.OfType<CasesOperation>().ToList();
        return cases.Count < values.Count || values.Count == 0
            ? [values.Select(Factor).ToList()]
            : cases[0].Texts.Select(text => (IReadOnlyList<Operation>)cases
                .Where(one => one.Texts.Contains(text)).Select(one => one.Values[one.Texts.ToList().IndexOf(text)]).ToList());
    }

    /// <summary>Of a part of something, such as <c>2% * sales</c>, which part; any other value itself.</summary>
    private static Operation Factor(Operation value)
    {
        var constants = value is ArithmeticOperation { IsSum: false } product
            ? product.Operands.Where(operand => operand.ConstantNumber() is not null).ToList()
            : [];
        return constants.Count == 1 ? constants[0] : value;
    }

    /// <summary>The one without which the others lie close together; of two fractions that lie far apart, the greater.</summary>
    private static IEnumerable<Diagnostic> Outliers(Series series, LintedRuleset ruleset)
    {
        var known = series.Values.Where(value => value.ConstantNumber() is not (null or 0)).ToList();
        var values = known.Select(value => value.ConstantNumber()!.Value).ToList();
        var areFractions = values.All(value => Math.Abs(value) < 1);
        if (Widest(values) < Far || (!areFractions && (series.OnlyFractions || (values.Count == 2 && !series.MayBeFew))))
            yield break;
        // no single one is to blame for more than two
        if (Enumerable.Range(1, values.Count - 1).Count(i => TimesApart(values[i - 1], values[i]) > Close) > 2)
            yield break;
        var alone = values.Count == 2
            ? Math.Abs(values[0]) > Math.Abs(values[1]) ? 0 : 1
            : Enumerable.Range(0, values.Count).OrderBy(i => !IsRising(Without(values, i))).ThenBy(i => Widest(Without(values, i))).First();
        // how steep a curve rises to its end depends on how far that is
        if ((values.Count > 2 && Widest(Without(values, alone)) > Close) || (series.IsCurve && !areFractions && alone == values.Count - 1))
            yield break;
        yield return LintFaults.UnlikeNeighbour(ruleset.PlaceOf(known[alone]), values[alone], values[alone == 0 ? 1 : alone - 1]);
    }

    private static IReadOnlyList<decimal> Without(IReadOnlyList<decimal> values, int left) => values.Where((_, i) => i != left).ToList();

    private static bool IsRising(IReadOnlyList<decimal> values) =>
        Enumerable.Range(1, values.Count - 1).All(i => values[i - 1] <= values[i]);

    /// <summary>By how many times a value and the next differ at most.</summary>
    private static decimal Widest(IReadOnlyList<decimal> values) => Enumerable.Range(1, Math.Max(0, values.Count - 1))
        .Select(i => TimesApart(values[i - 1], values[i])).DefaultIfEmpty(1).Max();

    private static decimal TimesApart(decimal one, decimal other) => Math.Max(Math.Abs(one / other), Math.Abs(other / one));
}

/// <param name="IsCurve">Whether they are points of a curve.</param>
/// <param name="OnlyFractions">Whether only fractions are known to lie close together: they have no order of their own.</param>
/// <param name="MayBeFew">Whether two of them lie close together too.</param>
internal readonly record struct Series(IReadOnlyList<Operation> Values, bool IsCurve, bool OnlyFractions = false, bool MayBeFew = false);
