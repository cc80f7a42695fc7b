// Takes how far a plan is, gives the factor of every stretch target for every subject: formulas evaluated once, at one period.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Planning;

/// <param name="at">The last closed period; before any is closed, the period before the plan begins.</param>
internal sealed class PlanFactors(PlanProgram program, PlanFacts facts, IReadOnlyList<string> subjects, Period at)
{
    private readonly List<DataIssue> _issues = [];

    /// <summary>The formulas of the factors at their period; null where all factors are numbers.</summary>
    public PeriodEvaluation? Evaluation { get; private set; }

    /// <summary>By stretch target, then by subject; null where there is none, which is reported.</summary>
    public IReadOnlyList<decimal?[]> Of(PlanState state)
    {
        Evaluation = program.Factors is { } formulas ? facts.Evaluate(formulas, at, state) : null;
        var factors = program.Stretch.Select(Of).ToList();
        facts.Report(_issues);
        return factors;
    }

    private decimal?[] Of(PlanFactor factor)
    {
        var values = new decimal?[subjects.Count];
        var column = factor.Constant is null ? new PlanColumn(Evaluation!, factor.Cell, subjects) : null;
        for (var i = 0; i < values.Length; i++)
        {
            var value = column is null ? factor.Constant : column[i];
            if (value is > 0)
                values[i] = value;
            else if (value is { } low)
                _issues.Add(PlanIssues.FactorNotPositive(subjects[i], at, factor.Fact.Name, low));
            else
                _issues.Add(PlanIssues.NoFactor(subjects[i], at, factor.Fact.Name, column!.CauseOf(i)));
        }

        return values;
    }
}
