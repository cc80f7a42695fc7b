// The function that looks a value up in a table: an operation of its own.
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class LookupFunctions
{
    /// <summary>The table says how many keys there are, their types, and the type and unit of the value.</summary>
    public static readonly BoundFunction Lookup = new(
        "lookup",
        new Signature([TableValue("t.v"), Any("k")], null, ResultUnit.None, IsVariadic: true),
        Combining.WithoutMeasures,
        new("表 t 中键 k 匹配的那一行的值 v；没有这样的行时为表的 else，没有写则不可用；见[费率表](format.zh.md#费率表)",
            "the value v of the row of table t whose keys are k, …; where there is none the table's `else`, if it has one "
                + "([tables](format.md#tables))"),
        [
            new("lookup(rates.rate, 'A', sales)", "0.05"),
            new("lookup(rates.rate, 'A', 99)", "0.03"),
            new("lookup(rates.rate, 'B', 1)", "0"),
            new("lookup(rates.cap, 'A', sales)", "n/a"),
        ],
        call => new LookupOperation(call.Origin, call.Table!, call.Value, [.. call.Arguments], Lag.None));
}
