// What a plan is called, and what it plans.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Sections.Plans;

namespace KpiRules.Planning;

/// <summary>A plan of a policy: which targets it gives, and for when. Immutable.</summary>
public sealed class PlanDescription
{
    private readonly Dictionary<string, decimal> _factors;

    internal PlanDescription(PlanDefinition plan)
    {
        Name = plan.Name.Value;
        Title = plan.Title;
        Description = plan.Description;
        Kpi = plan.Kpi!.Value;
        Periods = plan.Periods.ToList().AsReadOnly();
        Levels = plan.Groups.Select(group => group.Value).Append(PlanDefinition.SubjectLevel).ToList().AsReadOnly();
        _factors = plan.Stretch.ToDictionary(stretch => stretch.Name.Value, stretch => stretch.Factor);
        Stretch = plan.Stretch.Select(stretch => stretch.Name.Value).ToList().AsReadOnly();
    }

    /// <summary>The id by which it is asked for.</summary>
    public string Name { get; }

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>What it is about; null when the ruleset does not say.</summary>
    public LocalizedText? Description { get; }

    /// <summary>The id of the KPI whose targets it gives.</summary>
    public string Kpi { get; }

    /// <summary>The first period.</summary>
    public Period From => Periods[0];

    /// <summary>The last period.</summary>
    public Period To => Periods[Periods.Count - 1];

    /// <summary>All periods, from the first to the last.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>The levels the total goes down: attributes from the top, then <c>subject</c>.</summary>
    public IReadOnlyList<string> Levels { get; }

    /// <summary>The names of the stretch targets; the facts they become are called <c>&lt;kpi&gt;.&lt;name&gt;</c>.</summary>
    public IReadOnlyList<string> Stretch { get; }

    /// <summary>By what a target is multiplied to give a stretch target; above 0.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no stretch target of that name; the message says which it has.</exception>
    public decimal FactorOf(string stretch) => _factors.TryGetValue(stretch, out var factor)
        ? factor
        : throw new KeyNotFoundException($"Plan '{Name}' has no stretch target '{stretch}'; it has: {string.Join(", ", Stretch)}.");
}
