// What a KPI promises while its period runs: section 6 of the ruleset format, worked out from day counts.
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.Cells;

/// <param name="ToTheEnd">The whole period's amount at the speed so far; else the part of the whole that is due by now.</param>
internal sealed record ProportionExpression(Origin Origin, string Kpi, Expression Amount, bool ToTheEnd) : Expression(Origin, ValueKind.Number, Amount.Unit);

internal sealed record PaceExpression(Origin Origin, string Kpi, Expression Value, Expression Target) : Expression(Origin, ValueKind.Number, Units.Percent);

internal sealed record RequiredExpression(Origin Origin, string Kpi, Expression Gap) : Expression(Origin, ValueKind.Number, Gap.Unit);

/// <summary>A result that the KPI does not have, because its target does not scale with time.</summary>
internal sealed record NotScalingExpression(Origin Origin, string Kpi) : Expression(Origin, ValueKind.Number, null);
