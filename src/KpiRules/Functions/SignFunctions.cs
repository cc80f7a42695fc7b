// The functions that look at the sign of a number.
using System;
using KpiRules.Facts;
using KpiRules.Kernel;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class SignFunctions
{
    public static readonly RowFunction Abs = new(
        "Abs",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.First),
        Combining.WithoutMeasures,
        new("x 的绝对值；精确", "x without its sign; exact"),
        [new("Abs(-3.5)", "3.5"), new("Abs(cost)", "60")],
        NumberForm.Total(Math.Abs),
        LinqForms.Method("Math.Abs"))
    {
        Range = arguments => arguments[0].Size(),
    };

    public static readonly RowFunction Sign = new(
        "Sign",
        new Signature([Number("x")], ValueKind.Number, ResultUnit.None),
        Combining.WithoutMeasures,
        new("x 的符号：1、0 或 −1", "1 above 0, −1 below 0, and 0 for 0"),
        [new("Sign(-0.5)", "-1"), new("Sign(0)", "0"), new("Sign(7)", "1")],
        NumberForm.Total(number => Math.Sign(number)),
        LinqForms.Number(values => $"decimal(Math.Sign({values[0]}))"));
}
