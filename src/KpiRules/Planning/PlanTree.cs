// Takes subjects with their groups and weights, gives the tree down which a total goes, with the part of every node.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Numbers;

namespace KpiRules.Planning;

/// <param name="levels">The attributes that make the groups, from the top, then the subjects.</param>
/// <param name="subjects">In ordinal order.</param>
/// <param name="groups">By level, the group of every subject, as text.</param>
/// <param name="weights">By subject; none is negative.</param>
/// <param name="unit">Of what parts are whole multiples.</param>
internal sealed class PlanTree(
    IReadOnlyList<string> levels, IReadOnlyList<string> subjects, IReadOnlyList<string[]> groups, decimal[] weights, decimal unit)
{
    private readonly WholeWeights _weights = WholeWeights.Of(weights);

    /// <summary>The part of every subject, once the tree is built.</summary>
    public decimal[] Parts { get; } = new decimal[subjects.Count];

    /// <exception cref="OverflowException">A number is beyond a decimal.</exception>
    public PlanNode Build(string plan, decimal total) => Node("", plan, Enumerable.Range(0, subjects.Count).ToArray(), 0, total);

    /// <param name="rows">The subjects of the group, in ordinal order.</param>
    private PlanNode Node(string level, string name, IReadOnlyList<int> rows, int depth, decimal part)
    {
        var weight = rows.Sum(row => weights[row]);
        if (depth == groups.Count)
            return new PlanNode(level, name, weight, part, Leaves(rows, part));
        var inGroup = groups[depth];
        var members = rows.GroupBy(row => inGroup[row], StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Rows: group.ToArray())).ToList();
        var parts = Apportionment.Divide(part, _weights.Of(members.Select(group => group.Rows)), unit);
        var children = members.Select((group, i) => Node(levels[depth], group.Name, group.Rows, depth + 1, parts[i])).ToList();
        return new PlanNode(level, name, weight, part, children.AsReadOnly());
    }

    private IReadOnlyList<PlanNode> Leaves(IReadOnlyList<int> rows, decimal part)
    {
        var parts = Apportionment.Divide(part, new WholeWeights(rows.Select(row => _weights.Values[row]).ToArray()), unit);
        var leaves = new PlanNode[rows.Count];
        for (var i = 0; i < leaves.Length; i++)
        {
            Parts[rows[i]] = parts[i];
            leaves[i] = new PlanNode(LeafLevel, subjects[rows[i]], weights[rows[i]], parts[i], []);
        }

        return Array.AsReadOnly(leaves);
    }

    private string LeafLevel => levels[levels.Count - 1];
}
