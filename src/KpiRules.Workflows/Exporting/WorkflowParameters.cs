// The parameters of a workflow, each behind all it names.
using System.Collections.Generic;
using KpiRules.Linq;

namespace KpiRules.Workflows.Exporting;

/// <param name="Name">Its own, without regard to case.</param>
/// <param name="Expression">In dynamic LINQ.</param>
/// <param name="IsConstant">Whether it is a constant that the ruleset gives a name.</param>
internal sealed record WorkflowParameter(string Name, string Expression, bool IsConstant);

internal sealed class WorkflowParameters
{
    private readonly List<WorkflowParameter> _all = [];
    private readonly Dictionary<string, LinqTerm> _parts = [];
    private readonly ParameterNames _names = new();

    public IReadOnlyList<WorkflowParameter> All => _all;

    /// <summary>A parameter for a value, and how to name it from then on.</summary>
    public LinqTerm Add(string wanted, LinqTerm value) => Add(wanted, value, isConstant: false);

    /// <summary>A parameter for a constant of the ruleset.</summary>
    public LinqTerm AddConstant(string wanted, LinqTerm value) => Add(wanted, value, isConstant: true);

    /// <summary>Something short for a value that is written several times; the same value has the same parameter.</summary>
    public LinqTerm Part(string owner, LinqTerm value)
    {
        if (value.IsShort)
            return value;
        if (!_parts.TryGetValue(value.Text, out var part))
            _parts.Add(value.Text, part = Add(value.Cell ?? owner + "_part", value));
        return part;
    }

    private LinqTerm Add(string wanted, LinqTerm value, bool isConstant)
    {
        var name = _names.Take(wanted);
        _all.Add(new WorkflowParameter(name, value.Text, isConstant));
        return LinqTerm.Name(name, value.MayBeNull);
    }
}
