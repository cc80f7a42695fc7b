// Which results are worth showing: those of a running period only when an as-of date says that it runs.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Results;

namespace KpiRules.Json;

internal static class ShownResults
{
    public static IReadOnlyList<CellDescription> Of(Policy policy, PeriodEvaluation evaluation) =>
        policy.Results.Where(result => !result.OfRunningPeriod || evaluation.AsOf is not null).ToList();
}
