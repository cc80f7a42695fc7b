// The results that belong to no definition, and so have names that no definition may take.

namespace KpiRules.Rulesets;

internal static class ResultNames
{
    public const string Scorecard = "scorecard";
    public const string Payout = "payout";
}
