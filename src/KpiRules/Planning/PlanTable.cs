// The figures of a plan: a row a subject, a column a period.
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Planning;

/// <summary>Which ruleset a plan came from.</summary>
internal sealed record PlanStamp(string Id, string Version, string ContentHash);

internal sealed record PlanTable
{
    /// <summary>In ordinal order.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    public required Period? Closed { get; init; }

    public required IReadOnlyList<DataIssue> Issues { get; init; }

    /// <summary>What keeps the plan from being available.</summary>
    public IReadOnlyList<DataIssue> Reasons { get; init; } = [];

    public PlanNode? Root { get; init; }

    /// <summary>By row; none where the plan is not available.</summary>
    public decimal[] Parts { get; init; } = [];

    /// <summary>By row, then by period; none where the plan is not available.</summary>
    public decimal?[][] Targets { get; init; } = [];

    /// <summary>By row, the KPI of the closed periods together; none where nothing is spread.</summary>
    public decimal?[] Achieved { get; init; } = [];

    /// <summary>By row, what was achieved of the targets of the closed periods; null where that is not known.</summary>
    public decimal?[] Progress { get; init; } = [];

    /// <summary>By stretch target, then by row.</summary>
    public IReadOnlyList<decimal?[]> Factors { get; init; } = [];

    /// <summary>By stretch target, then by row, then by period.</summary>
    public IReadOnlyList<decimal?[][]> Stretch { get; init; } = [];

    /// <summary>The formulas of factors, at the period at which they were evaluated; null where all factors are numbers.</summary>
    public PeriodEvaluation? FactorFormulas { get; init; }

    public int RowOf(string subject) => SubjectOrder.RowOf(Subjects, subject);
}
