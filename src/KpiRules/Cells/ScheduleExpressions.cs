// Schedules with every name bound: section 5 of the ruleset format.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <param name="Cell">Whose schedule it is, for causes.</param>
/// <param name="Per">Multiplies every bound; null is 1.</param>
/// <param name="Bounds">Going up; of points, two may be alike.</param>
/// <param name="Values">One for every bound: a value, or a rate.</param>
internal sealed record RowsExpression(
    Origin Origin, ScheduleForm Form, string Cell, Expression On, Expression? Per, IReadOnlyList<Expression> Bounds, IReadOnlyList<Expression> Values, string? Unit)
    : Expression(Origin, ValueKind.Number, Unit)
{
    public override Expression Map(Func<Expression, Expression> part) => this with
    {
        On = part(On), Per = Per is null ? null : part(Per), Bounds = Map(Bounds, part), Values = Map(Values, part),
    };
}

/// <param name="Values">One for every text.</param>
/// <param name="Else">What holds for any other text; null: nothing does.</param>
internal sealed record CasesExpression(
    Origin Origin, string Cell, Expression On, IReadOnlyList<string> Texts, IReadOnlyList<Expression> Values, Expression? Else, string? Unit)
    : Expression(Origin, ValueKind.Number, Unit)
{
    public override Expression Map(Func<Expression, Expression> part) => this with
    {
        On = part(On), Values = Map(Values, part), Else = Else is null ? null : part(Else),
    };
}

internal sealed record GridExpression(Origin Origin, string Cell, AxisExpression Rows, AxisExpression Columns, IReadOnlyList<Expression> Values, string? Unit)
    : Expression(Origin, ValueKind.Number, Unit)
{
    public override Expression Map(Func<Expression, Expression> part) => this with
    {
        Rows = MapAxis(Rows, part), Columns = MapAxis(Columns, part), Values = Map(Values, part),
    };

    private static AxisExpression MapAxis(AxisExpression axis, Func<Expression, Expression> part) => new(part(axis.On), Map(axis.Bounds, part));
}

/// <param name="Bounds">Going up.</param>
internal sealed record AxisExpression(Expression On, IReadOnlyList<Expression> Bounds);
