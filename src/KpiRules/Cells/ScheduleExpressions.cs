// Schedules with every name bound: section 5 of the ruleset format.
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
    : Expression(Origin, ValueKind.Number, Unit);

/// <param name="Values">One for every text.</param>
/// <param name="Else">What holds for any other text; null: nothing does.</param>
internal sealed record CasesExpression(
    Origin Origin, string Cell, Expression On, IReadOnlyList<string> Texts, IReadOnlyList<Expression> Values, Expression? Else, string? Unit)
    : Expression(Origin, ValueKind.Number, Unit);

internal sealed record GridExpression(Origin Origin, string Cell, AxisExpression Rows, AxisExpression Columns, IReadOnlyList<Expression> Values, string? Unit)
    : Expression(Origin, ValueKind.Number, Unit);

/// <param name="Bounds">Going up.</param>
internal sealed record AxisExpression(Expression On, IReadOnlyList<Expression> Bounds);
