// The functions that choose among numbers by their size.
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class ExtremeFunctions
{
    public static readonly RowFunction Min = new(
        "Min",
        new Signature([Number("a"), Number("b")], ValueKind.Number, ResultUnit.Shared, IsVariadic: true),
        Combining.WithoutMeasures,
        new("其中最小的", "the least of them"),
        [new("Min(3, 1, 2)", "1"), new("Min(sales, cost)", "60")],
        new ReduceForm((least, next) => next < least ? next : least),
        Reduced("Math.Min"))
    {
        Range = arguments => arguments.Aggregate(Interval.Least),
    };

    public static readonly RowFunction Max = new(
        "Max",
        new Signature([Number("a"), Number("b")], ValueKind.Number, ResultUnit.Shared, IsVariadic: true),
        Combining.WithoutMeasures,
        new("其中最大的", "the greatest of them"),
        [new("Max(3, 1, 2)", "3"), new("Max(sales, cost)", "100")],
        new ReduceForm((greatest, next) => next > greatest ? next : greatest),
        Reduced("Math.Max"))
    {
        Range = arguments => arguments.Aggregate(Interval.Greatest),
    };

    public static readonly RowFunction Clamp = new(
        "clamp",
        new Signature([Number("x"), Number("low"), Number("high")], ValueKind.Number, ResultUnit.Shared),
        Combining.WithoutMeasures,
        new("把 x 限制在两者之间；low 大于 high 时不可用", "x held between the two; not available when low lies above high"),
        [new("clamp(120, 0, 100)", "100"), new("clamp(-1, 0, 100)", "0"), new("clamp(1, 3, 2)", "n/a")],
        new NumberTripleForm(TryClamp),
        WrittenClamp)
    {
        Range = arguments => Interval.Greatest(arguments[1], Interval.Least(arguments[2], arguments[0])),
    };

    private static bool TryClamp(decimal number, decimal low, decimal high, out decimal value)
    {
        value = number < low ? low : number > high ? high : number;
        return low <= high;
    }

    private static LinqForm Reduced(string method) => LinqForms.Number(
        values => values.Skip(1).Aggregate(values[0], (extreme, value) => $"{method}({extreme}, {value})"));

    private static LinqTerm WrittenClamp(ILinqWriter write, CallOperation call)
    {
        var arguments = call.Arguments.Select(write.Short).ToArray();
        var (value, low, high) = (arguments[0].At(Rank.Sum), arguments[1].At(Rank.Sum), arguments[2].At(Rank.Sum));
        var held = Terms.If($"{value} < {low}", arguments[1], Terms.If($"{value} > {high}", arguments[2], arguments[0]));
        var areOrdered = call.Arguments[1].ConstantNumber() <= call.Arguments[2].ConstantNumber();
        var checkedFirst = areOrdered ? held : Terms.If($"{low} > {high}", LinqTerm.Null(ValueKind.Number), held);
        return Terms.Guarded(arguments, checkedFirst, ValueKind.Number);
    }
}
