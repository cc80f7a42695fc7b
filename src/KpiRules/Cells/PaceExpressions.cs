// What a KPI promises while its period runs: section 6 of the ruleset format, worked out from day counts.
using System;
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.Cells;

/// <param name="ToTheEnd">The whole period's amount at the speed so far; else the part of the whole that is due by now.</param>
internal sealed record ProportionExpression(Origin Origin, string Kpi, Expression Amount, bool ToTheEnd, Lag Lag)
    : Expression(Origin, ValueKind.Number, Amount.Unit), ILooksAtCalendar
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Amount = part(Amount) };

    public Expression At(Lag lag) => this with { Lag = lag };
}

internal sealed record PaceExpression(Origin Origin, string Kpi, Expression Value, Expression Target, Lag Lag)
    : Expression(Origin, ValueKind.Number, Units.Percent), ILooksAtCalendar
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Value = part(Value), Target = part(Target) };

    public Expression At(Lag lag) => this with { Lag = lag };
}

internal sealed record RequiredExpression(Origin Origin, string Kpi, Expression Gap, Lag Lag)
    : Expression(Origin, ValueKind.Number, Gap.Unit), ILooksAtCalendar
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Gap = part(Gap) };

    public Expression At(Lag lag) => this with { Lag = lag };
}
