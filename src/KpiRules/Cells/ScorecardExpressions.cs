// The scorecard with every name bound: weighted means, and grades.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>Σ weight × score / Σ weight within each group, then across the groups by theirs.</summary>
/// <param name="Cell">Whose mean it is, for causes.</param>
internal sealed record WeightedMeanExpression(Origin Origin, string Cell, MissingScore Missing, IReadOnlyList<WeightedGroup> Groups)
    : Expression(Origin, ValueKind.Number, Units.Score)
{
    public override Expression Map(Func<Expression, Expression> part) => this with
    {
        Groups = Groups.Select(group => new WeightedGroup(
            group.Name,
            part(group.Weight),
            group.Scores.Select(score => new WeightedScore(part(score.Weight), part(score.Score), score.Applies is null ? null : part(score.Applies))).ToArray())).ToArray(),
    };
}

/// <param name="Name">The perspective; empty where there is none.</param>
internal sealed record WeightedGroup(string Name, Expression Weight, IReadOnlyList<WeightedScore> Scores);

/// <param name="Applies">Whether the KPI exists for the subject; null where it always does.</param>
internal sealed record WeightedScore(Expression Weight, Expression Score, Expression? Applies);

/// <summary>The grade whose bound is the highest that the score reaches.</summary>
internal sealed record GradeExpression(Origin Origin, string Cell, Expression Score, IReadOnlyList<(Expression From, string Grade)> Grades)
    : Expression(Origin, ValueKind.Text, null)
{
    public override Expression Map(Func<Expression, Expression> part) => this with
    {
        Score = part(Score), Grades = Grades.Select(grade => (part(grade.From), grade.Grade)).ToArray(),
    };
}
