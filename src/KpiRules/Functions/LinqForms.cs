// The usual ways in which a call is written in dynamic LINQ.
using System;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Functions;

internal static class LinqForms
{
    /// <summary>A call of a method with all arguments, which must be there.</summary>
    public static LinqForm Method(string method) => Number(values => $"{method}({string.Join(", ", values)})");

    /// <summary>A number of arguments that must be there.</summary>
    public static LinqForm Number(Func<string[], string> text) =>
        (write, call) => write.Lifted(ValueKind.Number, call.Arguments.Select(write.Part), values => Terms.Primary(text(values)));
}
