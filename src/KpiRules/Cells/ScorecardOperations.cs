// The scorecard with every name bound: weighted means, and grades.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>Σ weight × score / Σ weight within each group, then across the groups by theirs.</summary>
/// <param name="Cell">Whose mean it is, for causes.</param>
internal sealed record WeightedMeanOperation(Origin Origin, string Cell, MissingScore Missing, IReadOnlyList<WeightedGroup> Groups)
    : Operation(Origin, ValueKind.Number, Units.Score)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Groups = Groups.Select(group => new WeightedGroup(
            group.Name,
            part(group.Weight),
            group.Scores.Select(score => new WeightedScore(part(score.Weight), part(score.Score), score.Applies is null ? null : part(score.Applies))).ToArray())).ToArray(),
    };
}

/// <param name="Name">The perspective; empty where there is none.</param>
internal sealed record WeightedGroup(string Name, Operation Weight, IReadOnlyList<WeightedScore> Scores);

/// <param name="Applies">Whether the KPI exists for the subject; null where it always does.</param>
internal sealed record WeightedScore(Operation Weight, Operation Score, Operation? Applies);

/// <summary>The grade whose bound is the highest that the score reaches.</summary>
internal sealed record GradeOperation(Origin Origin, string Cell, Operation Score, IReadOnlyList<(Operation From, string Grade)> Grades)
    : Operation(Origin, ValueKind.Text, null)
{
    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Score = part(Score), Grades = Grades.Select(grade => (part(grade.From), grade.Grade)).ToArray(),
    };
}
