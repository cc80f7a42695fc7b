// The functions that look at a formula in other periods.
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class TimeFunctions
{
    public static readonly TimeFunction Previous = new(
        "previous",
        new Signature([Same("x"), Periods("n")], null, ResultUnit.First, Optional: 1),
        Combining.Never("combine.time"),
        new("整个公式在前一期或前 n 期的值；任何类型", "the whole formula as it was one period, or n, earlier; of any type"),
        [new("previous(sales)", "80"), new("previous(sales, 2)", "60")],
        call => new PreviousOperation(call.Origin, call.Arguments[0], Lag.None.Back(call.Periods)));

    public static readonly TimeFunction SameLastYear = new(
        "sameLastYear",
        new Signature([Same("x")], null, ResultUnit.First),
        Combining.Never("combine.time"),
        new("一年前的值；2 月 29 日与第 53 周可能没有对应", "as it was one year earlier; 29 February and week 53 may have no counterpart"),
        [new("sameLastYear(sales)", "50")],
        call => new PreviousOperation(call.Origin, call.Arguments[0], Lag.None.BackAYear()));

    public static readonly TimeFunction YearToDate = new(
        "ytd",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.First),
        Combining.AsFormula,
        new("方案年度初到本期的 x：先合并数据，再算公式", "x over the policy's year up to the current period: facts combined, then the formula"),
        [new("ytd(sales)", "240"), new("ytd(cost / sales)", "0.6666666666666666666666666667")],
        call => new WindowOperation(call.Origin, call.Function.Name, TimeWindow.Year, call.Arguments[0]));

    public static readonly TimeFunction QuarterToDate = new(
        "qtd",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.First),
        Combining.AsFormula,
        new("方案季度初到本期的 x：先合并数据，再算公式", "x over the policy's quarter up to the current period: facts combined, then the formula"),
        [new("qtd(sales)", "240")],
        call => new WindowOperation(call.Origin, call.Function.Name, TimeWindow.Quarter, call.Arguments[0]));

    public static readonly TimeFunction SumOf = new(
        "sumOf",
        new Signature([Number("x"), Periods("n")], ValueKind.Number, ResultUnit.First),
        Combining.Never("combine.time"),
        new("本期及之前 n − 1 期之和", "the sum over the current period and the n − 1 before it"),
        [new("sumOf(sales, 2)", "180")],
        call => Trailing(call, TrailingKind.Sum));

    public static readonly TimeFunction AverageOf = new(
        "averageOf",
        new Signature([Number("x"), Periods("n")], ValueKind.Number, ResultUnit.First),
        Combining.Never("combine.time"),
        new("本期及之前 n − 1 期的平均值", "the mean over the current period and the n − 1 before it"),
        [new("averageOf(sales, 3)", "80")],
        call => Trailing(call, TrailingKind.Average));

    public static readonly TimeFunction Growth = new(
        "growth",
        new Signature([Number("x"), Periods("n")], ValueKind.Number, ResultUnit.Percent, Optional: 1),
        Combining.Never("combine.time"),
        new("`x / previous(x, n) - 1`；不写 n 为 1", "`x / previous(x, n) - 1`; n is 1 where it is left out"),
        [new("growth(sales)", "0.25")],
        call => Trailing(call, TrailingKind.Growth));

    public static readonly TimeFunction Declining = new(
        "declining",
        new Signature([Number("x"), Periods("n")], ValueKind.Boolean, ResultUnit.None),
        Combining.Never("combine.time"),
        new("x 是否连续 n 次严格下降：n 步，n + 1 个值", "whether x fell strictly n times in a row: n steps, n + 1 values"),
        [new("declining(sales, 2)", "false"), new("declining(-sales, 2)", "true")],
        call => Trailing(call, TrailingKind.Declining));

    public static readonly TimeFunction Rising = new(
        "rising",
        new Signature([Number("x"), Periods("n")], ValueKind.Boolean, ResultUnit.None),
        Combining.Never("combine.time"),
        new("x 是否连续 n 次严格上升：n 步，n + 1 个值", "whether x rose strictly n times in a row: n steps, n + 1 values"),
        [new("rising(sales, 2)", "true")],
        call => Trailing(call, TrailingKind.Rising));

    private static TrailingOperation Trailing(BoundCall call, TrailingKind kind) =>
        new(call.Origin, kind, call.Arguments[0], call.Periods, call.Kind, call.Unit);
}
