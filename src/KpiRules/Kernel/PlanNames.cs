// What only the factors of stretch targets may name, and which input each name is.
using System.Collections.Generic;

namespace KpiRules.Kernel;

internal static class PlanNames
{
    public const string Progress = "plan.progress";
    public const string Closed = "plan.closed";

    public static IReadOnlyDictionary<string, InputKind> All { get; } =
        new Dictionary<string, InputKind> { [Progress] = InputKind.PlanProgress, [Closed] = InputKind.PlanClosed };
}
