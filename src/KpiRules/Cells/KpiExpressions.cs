// Expressions that no formula can write: what the sections of a ruleset mean beyond their formulas.
using System;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>How well a value meets its target, times a scale; section 6 of the ruleset format has the formulas.</summary>
internal sealed record AttainmentExpression(Origin Origin, string Kpi, Better Better, Expression Value, Expression Target, decimal Scale)
    : Expression(Origin, ValueKind.Number, Units.Percent)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Value = part(Value), Target = part(Target) };
}

/// <summary>The inner value where the condition holds; where it does not, there is none, for the KPI does not apply.</summary>
internal sealed record ApplicableExpression(Origin Origin, string Kpi, CellExpression Condition, Expression Inner, bool UnknownIsTrue)
    : Expression(Origin, Inner.Kind, Inner.Unit)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Condition = (CellExpression)part(Condition), Inner = part(Inner) };
}

/// <summary>The inner value where another one is available.</summary>
internal sealed record RequiringExpression(Origin Origin, Expression Required, Expression Inner) : Expression(Origin, Inner.Kind, Inner.Unit)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Required = part(Required), Inner = part(Inner) };
}
