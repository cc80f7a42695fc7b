// What the sections of a ruleset mean by a KPI: section 6 of the ruleset format.
using System;
using KpiRules.Facts;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>How well a value meets its target, times a scale.</summary>
internal sealed record AttainmentOperation(Origin Origin, string Kpi, Better Better, Operation Value, Operation Target, decimal Scale)
    : SectionOperation(Origin, ValueKind.Number, Units.Percent)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Attainment(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Value = part(Value), Target = part(Target) };

    public override Operation Expand()
    {
        var (write, zero) = (Write, Write.Number(0));
        var reached = Better switch
        {
            Better.Higher => write.If(write.Greater(Target, zero), write.Divide(write.Multiply(Scaled, Value), Target), write.Add(Scaled, Missed(write.Subtract(Value, Target)))),
            Better.Lower => write.Subtract(Scaled, Missed(write.Subtract(Value, Target))),
            Better.Nearer => write.Subtract(Scaled, Missed(write.Absolute(write.Subtract(Value, Target)))),
        };
        return write.Where([Value], write.Guard(write.Differs(Target, zero), new Reason(CauseKind.ZeroTarget, Kpi), reached));
    }

    private Operation Scaled => Write.Number(Scale);

    /// <summary>A distance in targets, times the scale.</summary>
    private Operation Missed(Operation distance) => Write.Divide(Write.Multiply(Scaled, distance), Write.Absolute(Target));
}

/// <summary>The inner value where the condition holds; where it does not, there is none, for the KPI does not apply.</summary>
/// <param name="UnknownIsTrue">Whether the inner value is there where the condition is not known.</param>
internal sealed record ApplicableOperation(Origin Origin, string Kpi, CellOperation Condition, Operation Inner, bool UnknownIsTrue)
    : SectionOperation(Origin, Inner.Kind, Inner.Unit)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Applicable(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Condition = (CellOperation)part(Condition), Inner = part(Inner) };

    public override Operation Expand()
    {
        var holds = UnknownIsTrue ? Write.Default(Condition, Write.Boolean(true)) : Condition;
        var applies = Write.Guard(holds, new Reason(CauseKind.DoesNotApply, Kpi, TellsLag: true), Inner);
        return UnknownIsTrue ? applies : Write.Guard(Write.Available(Condition), new Reason(CauseKind.ApplicabilityUnknown, Kpi, Cell: Condition.Cell), applies);
    }
}
