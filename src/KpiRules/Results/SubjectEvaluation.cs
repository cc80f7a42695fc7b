// The results of one subject in one period.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>The results of one subject in one period; a view on the evaluation's columns. Immutable.</summary>
public sealed class SubjectEvaluation
{
    private readonly int _row;

    internal SubjectEvaluation(PeriodEvaluation evaluation, int row) => (Evaluation, _row) = (evaluation, row);

    /// <summary>The evaluation this is a part of: its policy, period and issues.</summary>
    public PeriodEvaluation Evaluation { get; }

    /// <summary>The subject's id.</summary>
    public string Subject => Evaluation.Subjects[_row];

    /// <summary>The KPIs, by id.</summary>
    public KpiResults Kpis => new(this, Evaluation.Kpis);

    /// <summary>The scorecard; null when the ruleset has none.</summary>
    public ScorecardResult? Scorecard => TryGet(ScorecardResult.Cell, out _) ? new ScorecardResult(this) : null;

    /// <summary>The ratings in the order of the ruleset, those in which the subject takes no part included.</summary>
    public IReadOnlyList<RatingResult> Ratings => Evaluation.Ratings.Select(rating => new RatingResult(this, rating)).ToList();

    /// <summary>The incentive lines and what they come to together; null when the ruleset has no incentives.</summary>
    public Payout? Payout => TryGet(Results.Payout.Cell, out _) ? new Payout(this) : null;

    /// <summary>The warnings in the order of the ruleset, those that are not firing included.</summary>
    public IReadOnlyList<WarningResult> Warnings => Evaluation.Warnings.Select(warning => new WarningResult(this, warning)).ToList();

    /// <summary>A result by its name, such as <c>margin</c> or <c>margin.attainment</c>.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The policy gives no result of that name; the message says which is close, or which it gives.
    /// </exception>
    public CellValue this[string cell] => TryGet(cell, out var value)
        ? value
        : throw Evaluation.NoResult(cell);

    /// <summary>How a result came about: the formula with its figures, each step that took part, and the results that went in.</summary>
    /// <param name="cell">The name of the result, such as <c>commission</c> or <c>margin</c>.</param>
    /// <exception cref="KeyNotFoundException">
    /// The policy gives no result of that name; the message says which is close, or which it gives.
    /// </exception>
    public Explanation Explain(string cell) => TryGet(cell, out _)
        ? Evaluation.Explain(cell, _row)
        : throw Evaluation.NoResult(cell);

    /// <summary>A result by its name; false when the policy gives none of that name.</summary>
    public bool TryGet(string cell, out CellValue value) => Evaluation.TryGet(cell, _row, out value);

    internal int Row => _row;

    internal (FactValue Value, string? Unit) ValueOf(string name) => Evaluation.ValueOf(name, _row);
}
