// Which ruleset results came from.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Results;

internal sealed record RulesetStamp(
    string Id, string Version, string ContentHash, LocalizedText? Title, string? Currency, IReadOnlyList<KpiDescription> Kpis,
    IReadOnlyList<RatingDescription> Ratings, IReadOnlyList<IncentiveDescription> Incentives, IReadOnlyList<WarningDescription> Warnings,
    IReadOnlyList<CellDescription> Results, int MoneyDecimals, bool MissingIsZero);
