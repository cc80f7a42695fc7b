// Takes a policy and the names of its cells, gives the rules of its workflow: its conditions, and what it pays.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Linq;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Sections.Incentives;
using KpiRules.Sections.Warnings;

namespace KpiRules.Workflows.Exporting;

/// <param name="Expression">Whether the rule succeeds, in dynamic LINQ.</param>
/// <param name="Output">The parameter it gives when it does; null for none.</param>
/// <param name="AlwaysGives">Whether it gives it when it does not, too.</param>
internal sealed record WorkflowRule(
    string Name, string Expression, string SuccessEvent, string ErrorMessage, string? Output, bool AlwaysGives = false)
{
    /// <summary>What people call it, and what else they are told, in the policy's language.</summary>
    public IReadOnlyList<(string Name, string Value)> Properties { get; init; } = [];

    /// <summary>What it alone sees, each behind all it names.</summary>
    public IReadOnlyList<WorkflowParameter> Parameters { get; init; } = [];
}

internal sealed class WorkflowRules(Policy policy, IReadOnlyDictionary<string, LinqTerm> terms)
{
    private readonly Dictionary<string, IncentiveDescription> _lines = policy.Incentives.ToDictionary(line => line.Name);
    private readonly Dictionary<string, WarningDescription> _warnings = policy.Warnings.ToDictionary(warning => warning.Name);
    private readonly Dictionary<string, KpiDescription> _kpis = policy.Kpis.ToDictionary(kpi => kpi.Name);

    public IReadOnlyList<WorkflowRule> All() => 
        policy.Sheet.Cells.Where(cell => !cell.IsInternal).Select(Of).OfType<WorkflowRule>().ToList();

    /// <summary>RulesEngine replaces <c>$(…)</c> in messages, where an id is only an id.</summary>
    private static string Quoted(string name) => $"'{name.Replace("$(", "$ (")}'";

    /// <summary>A result's rule; null for one that is a part of others only.</summary>
    private WorkflowRule? Of(Cell cell)
    {
        var name = cell.Name;
        if (_lines.TryGetValue(name, out var line))
            return Line(name, line);
        if (_warnings.TryGetValue(name, out var warning))
            return Warning(name, warning);
        if (name == ResultNames.Payout && terms.ContainsKey(PayoutLowering.Held))
            return new WorkflowRule(
                name,
                $"{NameOf(PayoutLowering.Held)} == 0m",
                "payable",
                $"$({NameOf(PayoutLowering.Held)}) lines are held: the payout is not whole.",
                NameOf(name),
                AlwaysGives: true);
        if (cell.Kind == ValueKind.Boolean)
            return new WorkflowRule(name, $"{NameOf(name)} == true", name, $"{Quoted(name)} does not hold, or is not known.", null);
        return cell.Key.Part.Length > 0 ? null : Value(name);
    }

    private WorkflowRule Value(string name) =>
        new(
            name,
            terms[name].MayBeNull ? $"{NameOf(name)} != null" : "true",
            "available",
            $"{Quoted(name)} is not available.",
            NameOf(name))
        {
            Properties = _kpis.TryGetValue(name, out var kpi) ? Given(("Title", In(kpi.Title)), ("Unit", kpi.Unit)) : [],
        };

    private WorkflowRule Line(string name, IncentiveDescription line)
    {
        var state = NameOf(LineStateOperation.CellOf(name));
        return new(name, $"{state} == \"{EnumText<LineState>.Of(LineState.Paid)}\"", "paid", $"{Quoted(name)} is $({state}).", NameOf(name))
        {
            Properties = Given(("Title", In(line.Title)), ("Kind", line.Kind)),
        };
    }

    private WorkflowRule Warning(string name, WarningDescription warning) =>
        new(name, $"{NameOf(name)} == \"firing\"", name, $"{Quoted(name)} is $({NameOf(name)}).", NameOf(WarningLowering.SeverityOf(name)))
        {
            Properties = Given(
                ("Title", In(warning.Title)),
                ("Message", warning.MessageIn(policy.Language)?.Json.Value),
                ("Response", In(warning.Response)),
                ("Notify", warning.Notify.Count == 0 ? null : string.Join(", ", warning.Notify))),
        };

    private string? In(LocalizedText? text) => text?.In(policy.Language);

    private static IReadOnlyList<(string Name, string Value)> Given(params (string Name, string? Value)[] properties) =>
        properties.Where(property => !string.IsNullOrEmpty(property.Value)).Select(property => (property.Name, property.Value!)).ToList();

    private string NameOf(string cell) => terms[cell].Text;
}
