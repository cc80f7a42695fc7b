// The functions of e: in dynamic LINQ worked out in binary numbers, which agree to 15 digits.
using System;
using System.Linq;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class LogarithmFunctions
{
    public static readonly RowFunction Exp = new(
        "Exp",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.None),
        Combining.WithoutMeasures,
        new("e 的 x 次方；至少 15 位有效数字", "e to the power x; at least 15 significant digits"),
        [new("Exp(0)", "1"), new("Round(Exp(1), 10)", "2.7182818285"), new("Exp(100)", "n/a")],
        new NumberForm(ExactMath.TryExp),
        Binary(value => FromBinary($"Math.Exp(double({value}))")))
    {
        Range = _ => Interval.NotNegative,
    };

    public static readonly RowFunction Ln = new(
        "Ln",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.None),
        Combining.WithoutMeasures,
        new("自然对数；至少 15 位有效数字；x 不大于 0 时不可用", "the natural logarithm; at least 15 significant digits; not available unless x is above 0"),
        [new("Ln(1)", "0"), new("Round(Ln(2), 10)", "0.6931471806"), new("Ln(0)", "n/a")],
        new NumberForm(ExactMath.TryLn),
        Binary(value => OfPositive(value, "Math.Log")));

    public static readonly RowFunction Log10 = new(
        "Log10",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.None),
        Combining.WithoutMeasures,
        new(
            "以 10 为底的对数；10 的整数次方精确，其余至少 15 位有效数字；x 不大于 0 时不可用",
            "the logarithm to base 10; exact for powers of ten, else at least 15 significant digits; not available unless x is above 0"),
        [new("Log10(1000)", "3"), new("Log10(-1)", "n/a")],
        new NumberForm(ExactMath.TryLog10),
        Binary(value => OfPositive(value, "Math.Log10")));

    private static LinqForm Binary(Func<string, LinqTerm> written) => (write, call) =>
    {
        if (write.Constant(call) is { } constant)
            return constant;
        var arguments = call.Arguments.Select(write.Part).ToArray();
        write.Approximate();
        return write.Lifted(ValueKind.Number, arguments, values => written(values[0]));
    };

    private static LinqTerm OfPositive(string value, string method) =>
        Terms.If($"{value} <= 0m", LinqTerm.Null(ValueKind.Number), FromBinary($"{method}(double({value}))"));

    private static LinqTerm FromBinary(string text) => Terms.Primary($"decimal({text})");
}
