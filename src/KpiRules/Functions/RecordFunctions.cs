// The functions over the records of a subject.
using KpiRules.Evaluation.Numbers;
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class RecordFunctions
{
    public static readonly RecordFunction Sum = new(
        "sum",
        new Signature([Records("r"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.First, Optional: 1),
        Combining.AddsUp,
        new("各记录的 x 之和；没有记录时为 0", "the sum of x; 0 over no records"),
        [new("sum(deals, amount)", "90"), new("sum(deals, amount, kind = 'A')", "70"), new("sum(deals, amount, kind = 'Z')", "0")],
        new CombineForm(Combine.Sum, isZeroOfNone: true));

    public static readonly RecordFunction Count = new(
        "count",
        new Signature([Records("r"), Boolean("c")], ValueKind.Number, ResultUnit.Tally, Optional: 1),
        Combining.AddsUp,
        new("记录的条数", "how many records there are"),
        [new("count(deals)", "3"), new("count(deals, amount > 15)", "2")],
        new CountForm());

    public static readonly RecordFunction CountDistinct = new(
        "countDistinct",
        new Signature([Records("r"), Any("x"), Boolean("c")], ValueKind.Number, ResultUnit.Tally, Optional: 1),
        Combining.Never("combine.function"),
        new("x 有多少个不同的值；x 可为任何类型；没有记录时为 0", "how many different values; x of any type; 0 over no records"),
        [new("countDistinct(deals, kind)", "2"), new("countDistinct(deals, kind, amount > 15)", "2")],
        new DistinctForm());

    public static readonly RecordFunction Average = new(
        "average",
        new Signature([Records("r"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.First, Optional: 1),
        Combining.Never("combine.function"),
        new("x 的平均值；没有记录时不可用", "the mean of x; not available over no records"),
        [new("average(deals, amount)", "30"), new("average(deals, amount, kind = 'Z')", "n/a")],
        new CombineForm(Combine.Average, isZeroOfNone: false));

    public static readonly RecordFunction Min = new(
        "min",
        new Signature([Records("r"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.First, Optional: 1),
        Combining.Never("combine.function"),
        new("最小的 x；没有记录时不可用", "the least x; not available over no records"),
        [new("min(deals, amount)", "10"), new("min(deals, amount, kind = 'B')", "20")],
        new CombineForm(Combine.Min, isZeroOfNone: false));

    public static readonly RecordFunction Max = new(
        "max",
        new Signature([Records("r"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.First, Optional: 1),
        Combining.Never("combine.function"),
        new("最大的 x；没有记录时不可用", "the greatest x; not available over no records"),
        [new("max(deals, amount)", "60"), new("max(deals, amount, kind = 'B')", "20")],
        new CombineForm(Combine.Max, isZeroOfNone: false));

    public static readonly RecordFunction Median = new(
        "median",
        new Signature([Records("r"), Number("x"), Boolean("c")], ValueKind.Number, ResultUnit.First, Optional: 1),
        Combining.Never("combine.function"),
        new("x 的中位数；个数为偶数时取中间两个的平均；没有记录时不可用",
            "the middle x, of an even number the mean of the two; not available over no records"),
        [
            new("median(deals, amount)", "20"),
            new("median(deals, amount, kind = 'A')", "35"),
            new("median(deals, amount, kind = 'Z')", "n/a")
        ],
        new ValuesForm((values, count, _) => Quantile.Of(values, count, Quantile.Middle)));

    public static readonly RecordFunction Percentile = new(
        "percentile",
        new Signature([Records("r"), Number("x"), Fraction("p"), Boolean("c")], ValueKind.Number, ResultUnit.First, Optional: 1),
        Combining.Never("combine.function"),
        new("x 的 p 分位数：p 为 0 到 1 的数或参数，相邻两个之间线性内插（同 PERCENTILE.INC）；没有记录时不可用",
            "the x below which the fraction p lies: p a number or parameter from 0 to 1, linear between neighbours "
                + "as PERCENTILE.INC; not available over no records"),
        [new("percentile(deals, amount, 75%)", "40"), new("percentile(deals, amount, 0.1, kind = 'A')", "15")],
        new ValuesForm((values, count, fraction) => Quantile.Of(values, count, fraction!.Value)));
}
