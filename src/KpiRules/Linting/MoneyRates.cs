// The constant factors by which incentives take a part of an amount of money.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections.Schedules;

namespace KpiRules.Linting;

/// <param name="Written">The factor alone, as its author wrote it.</param>
/// <param name="Value">What it comes to with the other constants of its product: 5 of <c>sales * 5 / 1000</c> is 0.005.</param>
internal readonly record struct MoneyRate(Operation Factor, decimal Written, decimal Value)
{
    /// <summary>The whole, and said to be so: nobody writes <c>100%</c> for one percent.</summary>
    public bool IsWholeByIntent => Value == 1 && Factor.Origin.Text.EndsWith("%", StringComparison.Ordinal);
}

internal static class MoneyRates
{
    /// <summary>Of what is paid: factors of money, and marginal rates of it. Salaries are left out, of which several may be paid.</summary>
    public static IReadOnlyList<MoneyRate> In(LintedRuleset ruleset) => (
        from line in ruleset.Definition.Incentives
        from cell in ruleset.CellsOf(line.Name.Value)
        where !IsMultiplied(cell)
        from operation in cell.Operation.WithParts()
        from factor in Factors(operation)
        from value in ruleset.ValuesOf(factor.Operation)
        where value.Unit.Text != "money"
        from part in LintedRuleset.Added(value)
        let written = part.ConstantNumber()
        where written is not null
        select new MoneyRate(part, written.Value, written.Value * factor.Beside))
        .GroupBy(rate => ruleset.PlaceOf(rate.Factor)).Select(same => same.First()).ToList();

    /// <returns>Each factor with what the constants beside it come to.</returns>
    private static IEnumerable<(Operation Operation, decimal Beside)> Factors(Operation operation) => operation switch
    {
        ArithmeticOperation { IsSum: false } product when product.Operands.Any(IsMoney) => Enumerable.Range(0, product.Operands.Count)
            .Where(i => IsTimes(product, i)).Select(i => (product.Operands[i], Constants(product, but: i))),
        RowsOperation { Form: ScheduleForm.Marginal } rows when IsMoney(rows.On) => rows.Values.Select(value => (value, 1m)),
        // others: take no part of an amount
        _ => [],
    };

    private static bool IsTimes(ArithmeticOperation product, int operand) =>
        operand == 0 || product.Signs[operand - 1] == ArithmeticSign.Times;

    /// <summary>What its constants but one come to: <c>Floor(sales / 10000) * 50</c> pays 50 of each ten thousand.</summary>
    private static decimal Constants(ArithmeticOperation product, int but = -1) => Enumerable.Range(0, product.Operands.Count)
        .Where(i => i != but)
        .Aggregate(1m, (all, i) => ScaleOf(product.Operands[i]) is not 0 and var scale
            ? IsTimes(product, i) ? all * scale : product.Signs[i - 1] == ArithmeticSign.Divide ? all / scale : all
            : all);

    /// <summary>The constant part of what is multiplied, such as an amount in thousands, rounded or not.</summary>
    private static decimal ScaleOf(Operation operand) => operand.ConstantNumber() ?? operand switch
    {
        ArithmeticOperation { IsSum: false } product => Constants(product),
        CallOperation call when call.Arguments.Count > 0 && IsMoney(call) => ScaleOf(call.Arguments[0]),
        // others: are what is paid a part of
        _ => 1,
    };

    /// <summary>Measured in money that adds up: sales and costs do, a salary does not.</summary>
    private static bool IsMoney(Operation operation) => operation.Unit.Text == "money" && operation.ConstantNumber() is null
        && operation is not InputOperation { Fact.Role: not FactRole.Measure };

    /// <summary>What a multiplier does to an amount is no rate of it.</summary>
    private static bool IsMultiplied(Cell cell) => cell.Key is { IsHidden: true, Part: "multiplied" };
}
