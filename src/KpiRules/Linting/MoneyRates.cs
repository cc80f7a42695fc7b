// The constant factors by which incentives take a part of an amount of money.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections.Schedules;

namespace KpiRules.Linting;

internal readonly record struct MoneyRate(Operation Factor, decimal Value);

internal static class MoneyRates
{
    /// <summary>Of what is paid: factors of money, and marginal rates of it. Salaries are left out, of which several may be paid.</summary>
    public static IReadOnlyList<MoneyRate> In(LintedRuleset ruleset) => (
        from line in ruleset.Definition.Incentives
        from cell in ruleset.CellsOf(line.Name.Value)
        where !IsMultiplied(cell)
        from operation in cell.Operation.WithParts()
        from factor in Factors(operation)
        from value in ruleset.ValuesOf(factor)
        where value.Unit.Text != "money"
        from part in LintedRuleset.Added(value)
        where part.ConstantNumber() is not null
        select new MoneyRate(part, part.ConstantNumber()!.Value))
        .GroupBy(rate => ruleset.PlaceOf(rate.Factor)).Select(same => same.First()).ToList();

    private static IEnumerable<Operation> Factors(Operation operation) => operation switch
    {
        ArithmeticOperation { IsSum: false } product when product.Operands.Any(IsMoney) =>
            product.Operands.Where((_, i) => i == 0 || product.Signs[i - 1] == ArithmeticSign.Times),
        RowsOperation { Form: ScheduleForm.Marginal } rows when IsMoney(rows.On) => rows.Values,
        // others: take no part of an amount
        _ => [],
    };

    /// <summary>Measured in money that adds up: sales and costs do, a salary does not.</summary>
    private static bool IsMoney(Operation operation) => operation.Unit.Text == "money" && operation.ConstantNumber() is null
        && operation is not InputOperation { Fact.Role: not FactRole.Measure };

    /// <summary>What a multiplier does to an amount is no rate of it.</summary>
    private static bool IsMultiplied(Cell cell) => cell.Key is { IsHidden: true, Part: "multiplied" };
}
