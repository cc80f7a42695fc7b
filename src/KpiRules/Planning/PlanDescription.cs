// What a plan is called, and what it plans.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Sections.Plans;

namespace KpiRules.Planning;

/// <summary>A plan of a policy: which targets it gives, and for when. Immutable.</summary>
public sealed class PlanDescription
{
    private readonly Dictionary<string, PlanFactor> _factors;

    internal PlanDescription(PlanDefinition plan, IReadOnlyList<PlanFactor> factors)
    {
        Name = plan.Name.Value;
        Title = plan.Title;
        Description = plan.Description;
        Kpi = plan.Kpi!.Value;
        Periods = plan.Periods.ToList().AsReadOnly();
        Levels = plan.Groups.Select(group => group.Value).Append(PlanDefinition.SubjectLevel).ToList().AsReadOnly();
        _factors = factors.ToDictionary(factor => factor.Stretch);
        Stretch = factors.Select(factor => factor.Stretch).ToList().AsReadOnly();
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

    /// <summary>
    /// By what a target is multiplied to give a stretch target; above 0. Null where a formula gives it for each subject by itself:
    /// then <see cref="FormulaOf"/> is that formula, and <see cref="PlanResult.Factor"/> what came of it.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The plan has no stretch target of that name; the message says which it has.</exception>
    public decimal? FactorOf(string stretch) => Find(stretch).Constant;

    /// <summary>The formula that gives the factor of a stretch target, as the author wrote it; null where it is a number.</summary>
    /// <exception cref="KeyNotFoundException">The plan has no stretch target of that name; the message says which it has.</exception>
    public string? FormulaOf(string stretch) => Find(stretch) is { Constant: null } factor ? factor.Formula : null;

    private PlanFactor Find(string stretch) => _factors.TryGetValue(stretch, out var factor)
        ? factor
        : throw UnknownName.NoKey($"Plan '{Name}' has no stretch target '{stretch}'", stretch, Stretch);
}
