// Takes a policy and the names of its cells, gives the rules of its workflow: its conditions, and what it pays.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.RulesEngine.Exporting;

/// <param name="Expression">Whether the rule succeeds, in dynamic LINQ.</param>
/// <param name="Output">The parameter it gives when it does; null for none.</param>
/// <param name="AlwaysGives">Whether it gives it when it does not, too.</param>
internal sealed record WorkflowRule(string Name, string Expression, string SuccessEvent, string ErrorMessage, string? Output, bool AlwaysGives = false);

internal sealed class WorkflowRules(Policy policy, IReadOnlyDictionary<string, Term> terms)
{
    private readonly HashSet<string> _lines = new(policy.Incentives.Select(line => line.Name));
    private readonly HashSet<string> _warnings = new(policy.Warnings.Select(warning => warning.Name));

    public IReadOnlyList<WorkflowRule> All() => policy.Results.Select(result => Of(result.Name, result.Kind)).Where(rule => rule is not null).Select(rule => rule!).ToList();

    /// <summary>A result's rule; null for one that is a part of others only.</summary>
    private WorkflowRule? Of(string name, ValueKind kind)
    {
        if (_lines.Contains(name))
            return new WorkflowRule(name, $"{NameOf(name + ".state")} == \"paid\"", "paid", $"'{name}' is $({NameOf(name + ".state")}).", NameOf(name));
        if (_warnings.Contains(name))
            return new WorkflowRule(name, $"{NameOf(name)} == \"firing\"", name, $"'{name}' is $({NameOf(name)}).", NameOf(name + ".severity"));
        if (name == "payout" && terms.ContainsKey("payout.held"))
            return new WorkflowRule(name, $"{NameOf("payout.held")} == 0m", "payable", $"$({NameOf("payout.held")}) lines are held: the payout is not whole.", NameOf(name), AlwaysGives: true);
        if (kind == ValueKind.Boolean)
            return new WorkflowRule(name, $"{NameOf(name)} == true", name, $"'{name}' is $({NameOf(name)}); where nothing stands there, it is not known.", null);
        // behind a dot stand the parts of a KPI, such as its target
        return name.Contains('.') ? null : new WorkflowRule(name, terms[name].MayBeNull ? $"{NameOf(name)} != null" : "true", "available", $"'{name}' is not available.", NameOf(name));
    }

    private string NameOf(string cell) => terms[cell].Text;
}
