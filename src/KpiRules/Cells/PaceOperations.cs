// What a KPI promises while its period runs: section 6 of the ruleset format, worked out from day counts.
using System;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <param name="ToTheEnd">The whole period's amount at the speed so far; else the part of the whole that is due by now.</param>
internal sealed record ProportionOperation(Origin Origin, string Kpi, Operation Amount, bool ToTheEnd, Lag Lag)
    : Operation(Origin, ValueKind.Number, Amount.Unit), ILooksAtCalendar
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Amount = part(Amount) };

    public Operation At(Lag lag) => this with { Lag = lag };
}

internal sealed record PaceOperation(Origin Origin, string Kpi, Operation Value, Operation Target, Lag Lag)
    : Operation(Origin, ValueKind.Number, Units.Percent), ILooksAtCalendar
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Value = part(Value), Target = part(Target) };

    public Operation At(Lag lag) => this with { Lag = lag };
}

internal sealed record RequiredOperation(Origin Origin, string Kpi, Operation Gap, Lag Lag)
    : Operation(Origin, ValueKind.Number, Gap.Unit), ILooksAtCalendar
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Gap = part(Gap) };

    public Operation At(Lag lag) => this with { Lag = lag };
}
