// The functions that make a number rounder than it is.
using System;
using System.Linq;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class RoundingFunctions
{
    private const int MostDecimals = 28;

    public static readonly RowFunction Ceiling = new(
        "Ceiling",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.First),
        Combining.WithoutMeasures,
        new("不小于 x 的最小整数；精确", "the least whole number that is not below x; exact"),
        [new("Ceiling(1.2)", "2"), new("Ceiling(-1.2)", "-1")],
        NumberForm.Total(decimal.Ceiling),
        LinqForms.Method("Math.Ceiling"))
    {
        Range = arguments => arguments[0].Rounded(),
    };

    public static readonly RowFunction Floor = new(
        "Floor",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.First),
        Combining.WithoutMeasures,
        new("不大于 x 的最大整数；精确", "the greatest whole number that is not above x; exact"),
        [new("Floor(1.8)", "1"), new("Floor(-1.2)", "-2")],
        NumberForm.Total(decimal.Floor),
        LinqForms.Method("Math.Floor"))
    {
        Range = arguments => arguments[0].Rounded(),
    };

    public static readonly RowFunction Truncate = new(
        "Truncate",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.First),
        Combining.WithoutMeasures,
        new("去掉小数部分；精确", "x without its decimals; exact"),
        [new("Truncate(1.8)", "1"), new("Truncate(-1.8)", "-1")],
        NumberForm.Total(decimal.Truncate),
        LinqForms.Method("decimal.Truncate"))
    {
        Range = arguments => arguments[0].Rounded(),
    };

    public static readonly RowFunction Round = new(
        "Round",
        new Signature([Number("x"), Number("digits")], ValueKind.Number, ResultUnit.First, Optional: 1),
        Combining.WithoutMeasures,
        new(
            "四舍五入（远离零）；digits 为 −28 到 28 位，`Round(1250, -2)` 是 1300",
            "half up (away from zero); −28 to 28 digits, `Round(1250, -2)` is 1300"),
        [new("Round(2.5)", "3"), new("Round(-2.5)", "-3"), 
            new("Round(3.14159, 2)", "3.14"), new("Round(1250, -2)", "1300"), new("Round(1, 29)", "n/a")],
        new NumberPairForm(ExactMath.TryRound),
        Written)
    {
        Range = arguments => Interval.OfSign(arguments[0]),
    };

    private static LinqTerm Written(ILinqWriter write, CallOperation call)
    {
        var digits = call.Arguments.Count < 2 ? 0 : call.Arguments[1].ConstantNumber();
        if (digits is { } known && (known != decimal.Truncate(known) || Math.Abs(known) > MostDecimals))
            return LinqTerm.Null(ValueKind.Number);
        if (digits is not { } number)
            return WrittenByDigits(write, call);
        return write.Lifted(ValueKind.Number, [write.Part(call.Arguments[0])], value => number >= 0
            ? LinqRounding.Rounded(value[0], new RoundingRule((int)number, Rounding.HalfUp))
            : LinqRounding.ToTens(value[0], LinqRounding.PowerOfTen(-number)));
    }

    /// <summary>By a number of digits that is only known when it runs.</summary>
    private static LinqTerm WrittenByDigits(ILinqWriter write, CallOperation call) =>
        write.Lifted(ValueKind.Number, call.Arguments.Select(write.Part), values =>
        {
            var (value, digits) = (values[0], values[1]);
            var decimals = Terms.Primary($"Math.Round({value}, int(Math.Max({digits}, 0m)), MidpointRounding.AwayFromZero)");
            var tens = LinqRounding.ToTens(value, $"decimal(Math.Pow(10.0, double(-{digits})))");
            return Terms.If(
                $"{digits} != decimal.Truncate({digits}) || Math.Abs({digits}) > {MostDecimals}m",
                LinqTerm.Null(ValueKind.Number),
                Terms.If($"{digits} >= 0m", decimals, tens));
        });
}
