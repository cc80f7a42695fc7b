// The figures of a plan: a row a subject, a column a period.
using System.Collections.Generic;
using KpiRules.Facts;

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

    public int RowOf(string subject) => SubjectOrder.RowOf(Subjects, subject);
}
