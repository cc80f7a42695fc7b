// Roots and powers: in dynamic LINQ exactly where decimals can, else in binary numbers, which agree to 15 digits.
using System.Linq;
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class PowerFunctions
{
    private const int LargestWrittenOut = 64;

    public static readonly RowFunction Sqrt = new(
        "Sqrt",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.None),
        Combining.WithoutMeasures,
        new(
            "平方根；至少 15 位有效数字，能精确时精确；x 小于 0 时不可用",
            "the square root; at least 15 significant digits, exact where short; not available for x below 0"),
        [new("Sqrt(16)", "4"), new("Sqrt(0.25)", "0.5"), new("Sqrt(-1)", "n/a")],
        new NumberForm(ExactMath.TrySqrt),
        WrittenRoot)
    {
        Range = _ => Interval.NotNegative,
    };

    public static readonly RowFunction Pow = new(
        "Pow",
        new Signature([Number("x"), Number("y")], ValueKind.Number, ResultUnit.None),
        Combining.WithoutMeasures,
        new(
            "x 的 y 次方；整数次方用乘法；负数只能取整数次方；`Pow(0, 0)` 是 1",
            "x to the power y; whole powers by multiplication; a negative x only to whole powers; `Pow(0, 0)` is 1"),
        [new("Pow(2, 10)", "1024"), new("Pow(2, -1)", "0.5"), new("Pow(0, 0)", "1"), new("Pow(-8, 0.5)", "n/a")],
        new NumberPairForm(ExactMath.TryPow),
        WrittenPower)
    {
        Range = arguments => arguments[0].CanBeNegative ? Interval.Any : Interval.NotNegative,
    };

    private static LinqTerm WrittenRoot(ILinqWriter write, CallOperation call)
    {
        if (write.Constant(call) is { } constant)
            return constant;
        var argument = write.Part(call.Arguments[0]);
        return write.Lifted(ValueKind.Number, [argument], value => Terms.If(
            $"{value[0]} < 0m",
            LinqTerm.Null(ValueKind.Number),
            Terms.If($"{value[0]} == 0m", LinqTerm.Of(0m), LinqRoot.Of(write, argument))));
    }

    private static LinqTerm WrittenPower(ILinqWriter write, CallOperation call)
    {
        if (write.Constant(call) is { } constant)
            return constant;
        var arguments = call.Arguments.Select(write.Part).ToArray();
        if (call.Arguments[1].ConstantNumber() is { } exponent and >= -LargestWrittenOut and <= LargestWrittenOut
            && exponent == decimal.Truncate(exponent))
            return WholePower(write, write.Short(arguments[0]), (int)exponent);
        write.Approximate();
        return write.Lifted(ValueKind.Number, arguments, value => Terms.If(
            $"{value[0]} == 0m && {value[1]} < 0m || {value[0]} < 0m && {value[1]} != decimal.Truncate({value[1]})",
            LinqTerm.Null(ValueKind.Number),
            Terms.Primary($"decimal(Math.Pow(double({value[0]}), double({value[1]})))")));
    }

    /// <summary>By repeated squaring; of a number below 1 to a negative power, its reciprocal's.</summary>
    private static LinqTerm WholePower(ILinqWriter write, LinqTerm number, int exponent)
    {
        if (exponent == 0)
            return Terms.Guarded([number], LinqTerm.Of(1m), ValueKind.Number);
        if (exponent > 0)
            return Product(write, number, exponent);
        var zero = $"{number.Text} == 0m";
        var divided = new LinqTerm($"1m / {number.Text}", number.MayBeNull, Rank.Product);
        var reciprocal = write.Short(Terms.If(zero, LinqTerm.Null(ValueKind.Number), divided));
        var small = write.Short(Product(write, reciprocal, -exponent));
        var large = write.Short(Product(write, number, -exponent));
        var isSmall = $"Math.Abs({(number.MayBeNull ? number.Text + " ?? 0m" : number.Text)}) < 1m";
        return Terms.If(
            zero, LinqTerm.Null(ValueKind.Number), Terms.If(isSmall, small, new LinqTerm($"1m / {large.Text}", true, Rank.Product)));
    }

    private static LinqTerm Product(ILinqWriter write, LinqTerm number, int exponent)
    {
        LinqTerm? product = null;
        for (var square = number; ; square = write.Short(Terms.Times(square, square)))
        {
            if ((exponent & 1) != 0)
                product = product is { } so ? Terms.Times(so, square) : square;
            exponent >>= 1;
            if (exponent == 0)
                return product!.Value;
        }
    }
}
