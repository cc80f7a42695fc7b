// Takes the id of a definition, gives what people call it.
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Comparing;

internal static class Titles
{
    /// <summary>Null where the ruleset does not say, or has no such KPI, rating or line.</summary>
    public static LocalizedText? Of(PeriodEvaluation evaluation, string id) =>
        evaluation.Kpis.FirstOrDefault(kpi => kpi.Name == id)?.Title
        ?? evaluation.Incentives.FirstOrDefault(line => line.Name == id)?.Title
        ?? evaluation.Ratings.FirstOrDefault(rating => rating.Name == id)?.Title;
}
