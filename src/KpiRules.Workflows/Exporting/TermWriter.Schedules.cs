// Writing of schedules and attainment: nested choices, from the last row to the first.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private Term Attainment(AttainmentOperation attainment)
    {
        var (value, target) = (Short(attainment.Value), Short(attainment.Target));
        var (actual, aim, scale) = (value.At(Rank.Product), target.At(Rank.Product), Term.Of(attainment.Scale).Text);
        var size = $"Math.Abs({ValueOf(target)})";
        var distance = $"({value.At(Rank.Sum)} - {target.At(Rank.Product)})";
        var missed = $"{scale} * {distance} / {size}";
        var reached = attainment.Better switch
        {
            Better.Higher => If($"{target.At(Rank.Sum)} > 0m", Product($"{scale} * {actual} / {aim}"), new Term($"{scale} + {missed}", false, Rank.Sum)),
            Better.Lower => new Term($"{scale} - {missed}", false, Rank.Sum),
            _ => Lifted(ValueKind.Number, [value, target], values => new Term($"{scale} - {scale} * Math.Abs({values[0]} - {values[1]}) / {size}", false, Rank.Sum)),
        };
        if (attainment.Target.ConstantNumber() is not { } known)
            return Guarded([value, target], If($"{target.At(Rank.Sum)} == 0m", Term.Null(ValueKind.Number), reached with { MayBeNull = true }), ValueKind.Number);
        if (known == 0)
            return Term.Null(ValueKind.Number);
        return attainment.Better == Better.Higher && known > 0
            ? new Term($"{scale} * {actual} / {aim}", value.MayBeNull, Rank.Product)
            : Guarded([value], reached with { MayBeNull = value.MayBeNull }, ValueKind.Number);
    }

    private static Term Product(string text) => new(text, false, Rank.Product);

    private Term Rows(RowsOperation rows)
    {
        var on = Short(rows.On);
        var scale = rows.Per is null ? (Term?)null : Short(rows.Per);
        var bounds = Bounds(rows.Bounds, scale);
        var values = rows.Values.Select(value => rows.Form == ScheduleForm.Steps ? Part(value) : Short(value)).ToArray();
        var found = rows.Form switch
        {
            ScheduleForm.Steps => Found(on, bounds, row => row < 0 ? Term.Of(0m) : values[row], alikeAllowed: false),
            ScheduleForm.Marginal => Marginal(on, bounds, values),
            _ => Found(on, bounds, row => Point(on, bounds, values, row), alikeAllowed: true),
        };
        return Guarded([on, .. scale is { } per ? new[] { per } : []], Scaled(rows.Per, scale, found), ValueKind.Number);
    }

    private Term[] Bounds(IReadOnlyList<Operation> bounds, Term? scale) =>
        bounds.Select(bound => scale is { } per && bound.ConstantNumber() != 0 ? Short(Times(Part(bound), per)) : Short(bound)).ToArray();

    /// <summary>A scale that is not above 0 leaves nothing to say.</summary>
    private static Term Scaled(Operation? per, Term? scale, Term found) =>
        scale is not { } by || per!.ConstantNumber() > 0 ? found : If($"{by.At(Rank.Sum)} <= 0m", Term.Null(ValueKind.Number), found);

    /// <summary>What holds in the last row whose bound is not above a number; bounds that are not there, or not in order, leave nothing to say.</summary>
    /// <param name="inRow">What holds there; -1 is below the first.</param>
    private Term Found(Term on, Term[] bounds, Func<int, Term> inRow, bool alikeAllowed)
    {
        var found = inRow(bounds.Length - 1);
        for (var i = bounds.Length - 1; i >= 0; i--)
        {
            found = If($"{on.At(Rank.Sum)} < {bounds[i].At(Rank.Sum)}", inRow(i - 1), Cut(found));
            if (i > 0 && !AreInOrder(bounds[i - 1], bounds[i], alikeAllowed))
                found = If($"{bounds[i].At(Rank.Sum)} {(alikeAllowed ? "<" : "<=")} {bounds[i - 1].At(Rank.Sum)}", Term.Null(ValueKind.Number), found);
            found = Guarded([bounds[i]], found, ValueKind.Number);
        }

        return found;
    }

    private static bool AreInOrder(Term lower, Term upper, bool alikeAllowed) =>
        NumberIn(lower) is { } low && NumberIn(upper) is { } high && (low < high || (alikeAllowed && low == high));

    /// <summary>The number of a literal; null for anything else.</summary>
    private static decimal? NumberIn(Term term) =>
        decimal.TryParse(term.Text.TrimEnd('m'), System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Term Point(Term on, Term[] bounds, Term[] values, int row)
    {
        if (row < 0 || row + 1 == bounds.Length)
            return values[Math.Max(row, 0)];
        var (from, to, start, end) = (bounds[row], bounds[row + 1], values[row], values[row + 1]);
        if (NumberIn(from) is { } low && NumberIn(to) == low)
            return start;
        var onLine = new Term(
            $"{start.At(Rank.Sum)} + ({end.At(Rank.Sum)} - {start.At(Rank.Product)}) * ({on.At(Rank.Sum)} - {from.At(Rank.Product)}) / ({to.At(Rank.Sum)} - {from.At(Rank.Product)})",
            on.MayBeNull || from.MayBeNull || to.MayBeNull || start.MayBeNull || end.MayBeNull,
            Rank.Sum);
        // a part that is cut off is worked out in any case, at a jump too
        if (!AreInOrder(from, to, alikeAllowed: false))
            onLine = If($"{to.At(Rank.Sum)} == {from.At(Rank.Sum)}", Term.Null(ValueKind.Number), onLine);
        return end.MayBeNull ? If($"{on.At(Rank.Sum)} == {from.At(Rank.Sum)}", start, onLine) : onLine;
    }

    /// <summary>The rates of the rows below are summed up once; from a first bound of 0 the first rate goes on below it.</summary>
    private Term Marginal(Term on, Term[] bounds, Term[] rates)
    {
        var sums = new Term[bounds.Length];
        sums[0] = Term.Of(0m);
        for (var row = 1; row < bounds.Length; row++)
            sums[row] = Short(Plus(sums[row - 1], Earned(rates[row - 1], bounds[row], bounds[row - 1])));
        var found = Plus(sums[bounds.Length - 1], Earned(rates[bounds.Length - 1], on, bounds[bounds.Length - 1]));
        for (var row = bounds.Length - 2; row >= 0; row--)
        {
            var upper = bounds[row + 1];
            found = If($"{on.At(Rank.Sum)} <= {upper.At(Rank.Sum)}", Plus(sums[row], Earned(rates[row], on, bounds[row])), Cut(found));
            if (!AreInOrder(bounds[row], upper, alikeAllowed: false))
                found = If($"{upper.At(Rank.Sum)} <= {bounds[row].At(Rank.Sum)}", Term.Null(ValueKind.Number), found);
            found = Guarded([upper], found, ValueKind.Number);
        }

        var first = bounds[0];
        var below = NumberIn(first) is { } known
            ? known == 0 ? If($"{on.At(Rank.Sum)} == 0m", Term.Of(0m), Times(rates[0], on)) : Term.Of(0m)
            : If($"{first.At(Rank.Sum)} != 0m || {on.At(Rank.Sum)} == 0m", Term.Of(0m), Times(rates[0], on));
        return Guarded([first], If($"{on.At(Rank.Sum)} <= {first.At(Rank.Sum)}", below, found), ValueKind.Number);
    }

    private static Term Earned(Term rate, Term upper, Term lower)
    {
        if (NumberIn(rate) is { } factor && NumberIn(upper) is { } to && NumberIn(lower) is { } from && Known(() => factor * (to - from)) is { } earned)
            return earned;
        return Times(rate, NumberIn(lower) == 0 ? upper : new Term($"{upper.At(Rank.Sum)} - {lower.At(Rank.Product)}", upper.MayBeNull || lower.MayBeNull, Rank.Sum));
    }

    private static Term Plus(Term left, Term right)
    {
        if (NumberIn(left) is { } first && NumberIn(right) is { } second && Known(() => first + second) is { } sum)
            return sum;
        return NumberIn(left) == 0 ? right : new Term($"{left.At(Rank.Sum)} + {right.At(Rank.Product)}", left.MayBeNull || right.MayBeNull, Rank.Sum);
    }

    /// <summary>What literals come to; null where that is beyond a decimal, which is for the workflow to find out.</summary>
    private static Term? Known(Func<decimal> number)
    {
        try
        {
            return Term.Of(number());
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private Term Cases(CasesOperation cases)
    {
        var on = Short(cases.On);
        var found = cases.Else is null ? Term.Null(ValueKind.Number) : Part(cases.Else);
        for (var i = cases.Texts.Count - 1; i >= 0; i--)
            found = If($"{on.Text} == {Term.Of(cases.Texts[i]).Text}", Part(cases.Values[i]), Cut(found));
        return Guarded([on], found, ValueKind.Number);
    }

    private Term Grid(GridOperation grid)
    {
        var (row, column) = (Index(grid.Rows), Index(grid.Columns));
        var width = grid.Columns.Bounds.Count;
        var found = Term.Null(ValueKind.Number);
        for (var i = grid.Rows.Bounds.Count - 1; i >= 0; i--)
        {
            var inRow = Part(grid.Values[i * width + width - 1]);
            for (var j = width - 2; j >= 0; j--)
                inRow = If($"{column.Text} == {Term.Of((decimal)j).Text}", Part(grid.Values[i * width + j]), Cut(inRow));
            found = i == grid.Rows.Bounds.Count - 1 ? inRow : If($"{row.Text} == {Term.Of((decimal)i).Text}", Cut(inRow), Cut(found));
        }

        return Guarded([row, column], If($"{row.At(Rank.Sum)} < 0m || {column.At(Rank.Sum)} < 0m", Term.Of(0m), found), ValueKind.Number);
    }

    /// <summary>Which row of an axis holds; -1 below the first.</summary>
    private Term Index(AxisOperation axis)
    {
        var on = Short(axis.On);
        return Short(Guarded([on], Found(on, Bounds(axis.Bounds, null), row => Term.Of((decimal)row), alikeAllowed: false), ValueKind.Number));
    }
}
