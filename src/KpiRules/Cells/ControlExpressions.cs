// What the functions of a control chart become once they are pushed down: values held against those of the periods before.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.Cells;

/// <summary>How many standard deviations a value lies above the mean of those before it.</summary>
/// <param name="Before">The latest first.</param>
internal sealed record ZScoreExpression(Origin Origin, Expression Value, IReadOnlyList<Expression> Before) : Expression(Origin, ValueKind.Number, Units.Plain)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Value = part(Value), Before = Map(Before, part) };
}

/// <summary>Whether a value lies more than so many standard deviations away from the mean of those before it.</summary>
/// <param name="Before">The latest first.</param>
/// <param name="Limit">How many.</param>
internal sealed record BeyondExpression(Origin Origin, Expression Value, IReadOnlyList<Expression> Before, Expression Limit)
    : Expression(Origin, ValueKind.Boolean, null)
{
    public override Expression Map(Func<Expression, Expression> part) =>
        this with { Value = part(Value), Before = Map(Before, part), Limit = part(Limit) };
}

/// <summary>Whether values all lie strictly above, or all strictly below, the mean of those before them.</summary>
/// <param name="Values">The latest first.</param>
/// <param name="Before">The latest first.</param>
internal sealed record SameSideExpression(Origin Origin, IReadOnlyList<Expression> Values, IReadOnlyList<Expression> Before)
    : Expression(Origin, ValueKind.Boolean, null)
{
    public override Expression Map(Func<Expression, Expression> part) => this with { Values = Map(Values, part), Before = Map(Before, part) };
}
