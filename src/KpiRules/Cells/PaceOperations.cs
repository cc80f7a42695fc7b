// What a KPI promises while its period runs: section 6 of the ruleset format, worked out from day counts.
using System;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>An amount that grows with the period; multiplied before it is divided.</summary>
/// <param name="ToTheEnd">The whole period's amount at the speed so far; else the part of the whole that is due by now.</param>
internal sealed record ProportionOperation(Origin Origin, string Kpi, Operation Amount, bool ToTheEnd, Lag Lag)
    : SectionOperation(Origin, ValueKind.Number, Amount.Unit), ILooksAtCalendar
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Proportion(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Amount = part(Amount) };

    public Operation At(Lag lag) => this with { Lag = lag };

    public override Operation Expand()
    {
        var (all, passed) = (Write.Calendar(CalendarFact.Days, Lag), Write.Calendar(CalendarFact.DaysPassed, Lag));
        var (factor, divisor) = ToTheEnd ? (all, passed) : (passed, all);
        var grown = Write.Divide(Write.Multiply(Amount, factor), divisor);
        return Write.Where([Amount], Write.Guard(Write.Differs(divisor, Write.Number(0)), new Reason(CauseKind.NoWorkdays, Kpi), grown));
    }
}

/// <summary>A value against the part of the target that is due by now.</summary>
internal sealed record PaceOperation(Origin Origin, string Kpi, Operation Value, Operation Target, Lag Lag)
    : SectionOperation(Origin, ValueKind.Number, Units.Percent), ILooksAtCalendar
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Pace(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Value = part(Value), Target = part(Target) };

    public Operation At(Lag lag) => this with { Lag = lag };

    public override Operation Expand()
    {
        var (all, passed, zero) = (Write.Calendar(CalendarFact.Days, Lag), Write.Calendar(CalendarFact.DaysPassed, Lag), Write.Number(0));
        var pace = Write.Divide(Write.Multiply(Value, all), Write.Multiply(Target, passed));
        var begun = Write.Guard(Write.Differs(passed, zero), new Reason(CauseKind.NoWorkdays, Kpi), pace);
        return Write.Where([Value], Write.Guard(Write.Differs(Target, zero), new Reason(CauseKind.ZeroTarget, Kpi), begun));
    }
}

/// <summary>What each workday that is left must bring.</summary>
internal sealed record RequiredOperation(Origin Origin, string Kpi, Operation Gap, Lag Lag)
    : SectionOperation(Origin, ValueKind.Number, Gap.Unit), ILooksAtCalendar
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Required(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Gap = part(Gap) };

    public Operation At(Lag lag) => this with { Lag = lag };

    public override Operation Expand()
    {
        var left = Write.Calendar(CalendarFact.DaysLeft, Lag);
        return Write.Where([Gap], Write.Guard(Write.Differs(left, Write.Number(0)), new Reason(CauseKind.NoWorkdays, Kpi), Write.Divide(Gap, left)));
    }
}
