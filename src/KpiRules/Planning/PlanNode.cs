// A group of subjects, or a subject, in the tree down which a total goes.
using System.Collections.Generic;

namespace KpiRules.Planning;

/// <summary>A group of subjects, or one subject, with its weight and its part of the total. Immutable.</summary>
public sealed class PlanNode
{
    internal PlanNode(string level, string name, decimal weight, decimal part, IReadOnlyList<PlanNode> children) =>
        (Level, Name, Weight, Part, Children) = (level, name, weight, part, children);

    /// <summary>The attribute that makes the group, or <c>subject</c>; empty for the whole plan.</summary>
    public string Level { get; }

    /// <summary>The value of that attribute, or the subject's id; for the whole plan, the plan's id.</summary>
    public string Name { get; }

    /// <summary>The subject's weight, or those of all its subjects together.</summary>
    public decimal Weight { get; }

    /// <summary>
    /// Its part of the total over all periods, in the unit of the KPI: the parts of its children add up to it exactly. What has
    /// been spread anew after periods were closed does not change it.
    /// </summary>
    public decimal Part { get; }

    /// <summary>Those among whom the part is divided, groups by name and subjects by id; none for a subject.</summary>
    public IReadOnlyList<PlanNode> Children { get; }
}
