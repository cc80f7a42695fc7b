// A policy written as a workflow of RulesEngine, with what whoever runs it must know.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Workflows.Exporting;

/// <summary>A policy written as a workflow of RulesEngine. Immutable.</summary>
public sealed class ExportedWorkflow
{
    internal ExportedWorkflow(
        Policy policy,
        IReadOnlyList<WorkflowParameter> parameters,
        IReadOnlyList<WorkflowRule> rules,
        IReadOnlyList<WorkflowInput> inputs,
        IReadOnlyList<ExportedCell> cells)
    {
        (Policy, Given, Cells, Parameters) = (policy, inputs, cells, parameters);
        var results = cells.Where(cell => !cell.Cell.IsInternal).ToList();
        var scopes = new ParameterScopes(parameters, rules, results);
        Json = WorkflowJson.Of(policy, scopes, inputs);
        Inputs = inputs.Select(input => new ExportedInput(input)).ToList().AsReadOnly();
        Results = results.Select(cell => new ExportedResult(cell, scopes.RuleOf(cell.Cell))).ToList().AsReadOnly();
        RuleCount = rules.Count;
        ParameterCount = scopes.Rules.SelectMany(rule => rule.Parameters).Concat(scopes.Global).Distinct().Count();
        CellCount = cells.Count;
        ExpressedCount = cells.Count(cell => !cell.IsInput);
    }

    /// <summary>The name of the workflow: the ruleset's id.</summary>
    public string Name => Policy.Id;

    /// <summary>An array of one workflow, as RulesEngine 6 reads it.</summary>
    public string Json { get; }

    /// <summary>What <c>input1</c> must have: all of them, null where something is not available.</summary>
    public IReadOnlyList<ExportedInput> Inputs { get; }

    /// <summary>What the policy's results are called in the workflow.</summary>
    public IReadOnlyList<ExportedResult> Results { get; }

    /// <summary>How many rules the workflow has.</summary>
    public int RuleCount { get; }

    /// <summary>How many parameters the workflow has, each counted once, in however many rules it stands.</summary>
    public int ParameterCount { get; }

    /// <summary>How many cells the policy has: its results, and the parts they are made of.</summary>
    public int CellCount { get; }

    /// <summary>
    /// How many of them the workflow works out itself; the others look at records or at other subjects, and are among its inputs.
    /// </summary>
    public int ExpressedCount { get; }

    internal Policy Policy { get; }

    internal IReadOnlyList<WorkflowInput> Given { get; }

    internal IReadOnlyList<ExportedCell> Cells { get; }

    /// <summary>All of them, each behind all it names.</summary>
    internal IReadOnlyList<WorkflowParameter> Parameters { get; }
}
