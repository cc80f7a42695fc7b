// Expressions that no formula can write: what the sections of a ruleset mean beyond their formulas.
using System;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>How well a value meets its target, times a scale; section 6 of the ruleset format has the formulas.</summary>
internal sealed record AttainmentOperation(Origin Origin, string Kpi, Better Better, Operation Value, Operation Target, decimal Scale)
    : Operation(Origin, ValueKind.Number, Units.Percent)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Value = part(Value), Target = part(Target) };
}

/// <summary>The inner value where the condition holds; where it does not, there is none, for the KPI does not apply.</summary>
internal sealed record ApplicableOperation(Origin Origin, string Kpi, CellOperation Condition, Operation Inner, bool UnknownIsTrue)
    : Operation(Origin, Inner.Kind, Inner.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Condition = (CellOperation)part(Condition), Inner = part(Inner) };
}

/// <summary>The inner value where another one is available.</summary>
internal sealed record RequiringOperation(Origin Origin, Operation Required, Operation Inner) : Operation(Origin, Inner.Kind, Inner.Unit)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Required = part(Required), Inner = part(Inner) };
}
