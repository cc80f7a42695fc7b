// What would come of a change: every result of the subject that becomes another, and the steps in which it does.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Comparing;

/// <summary>What would come of a change in the facts of one subject. Immutable.</summary>
public sealed class WhatIfResult
{
    internal WhatIfResult(Policy policy, string subject, Period period, Comparison comparison)
    {
        (Subject, Period, Comparison) = (subject, period, comparison);
        (Before, After) = (Of(comparison.Before), Of(comparison.After));
        Changes = policy.Results
            .Select(result => new ResultChange(result, Valued(Before, result), Valued(After, result)))
            .Where(change => change.Before.Value != change.After.Value).ToList().AsReadOnly();
    }

    /// <summary>Whose facts are changed.</summary>
    public string Subject { get; }

    /// <summary>The period in which they are, and of which the results are.</summary>
    public Period Period { get; }

    /// <summary>The results as they are; null where the subject has no facts in the period yet.</summary>
    public SubjectEvaluation? Before { get; }

    /// <summary>The results as they would be; null where the subject would have no facts in the period.</summary>
    public SubjectEvaluation? After { get; }

    /// <summary>Every result that would be another, each behind those it depends on.</summary>
    public IReadOnlyList<ResultChange> Changes { get; }

    /// <summary>Both situations side by side, for all subjects: of a pool or a rank, others would get more or less too.</summary>
    public Comparison Comparison { get; }

    /// <summary>The steps of a result's explanation that would be others, the innermost result first.</summary>
    /// <param name="result">The name of the result.</param>
    /// <exception cref="KeyNotFoundException">The policy gives no such result.</exception>
    public IReadOnlyList<StepChange> StepsOf(string result) => Comparison.StepsOf(Subject, Period, result);

    private SubjectEvaluation? Of(IReadOnlyList<PeriodEvaluation> evaluations) =>
        evaluations[evaluations.Count - 1].TryGet(Subject, out var found) ? found : null;

    private static CellValue Valued(SubjectEvaluation? subject, CellDescription result) => subject?[result.Name] ?? default;
}

/// <summary>A result before and after. Immutable.</summary>
public sealed class ResultChange
{
    internal ResultChange(CellDescription result, CellValue before, CellValue after) => (Result, Before, After) = (result, before, after);

    /// <summary>Which result: its name, type and unit.</summary>
    public CellDescription Result { get; }

    /// <summary>The value before; not available where there was none, with its cause.</summary>
    public CellValue Before { get; }

    /// <summary>The value after; not available where there is none, with its cause.</summary>
    public CellValue After { get; }

    /// <summary>By how much a number is more, in the unit of the result; null where it is not available on a side, or no number.</summary>
    public decimal? Difference => ComparedAmount.Minus(After.Number, Before.Number);
}
