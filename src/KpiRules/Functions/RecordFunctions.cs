// The functions over the records of a subject.
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
        new Signature([Records("r"), Boolean("c")], ValueKind.Number, ResultUnit.Count, Optional: 1),
        Combining.AddsUp,
        new("记录的条数", "how many records there are"),
        [new("count(deals)", "3"), new("count(deals, amount > 15)", "2")],
        new CountForm());

    public static readonly RecordFunction CountDistinct = new(
        "countDistinct",
        new Signature([Records("r"), Any("x"), Boolean("c")], ValueKind.Number, ResultUnit.Count, Optional: 1),
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
}
