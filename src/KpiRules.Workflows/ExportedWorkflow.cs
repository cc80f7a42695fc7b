// A policy written as a workflow of RulesEngine, with what whoever runs it must know.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Workflows.Exporting;

namespace KpiRules.Workflows;

/// <summary>A policy written as a workflow of RulesEngine. Immutable.</summary>
public sealed class ExportedWorkflow
{
    internal ExportedWorkflow(
        Policy policy, IReadOnlyList<WorkflowParameter> parameters, IReadOnlyList<WorkflowRule> rules, IReadOnlyList<WorkflowInput> inputs, IReadOnlyList<ExportedCell> cells)
    {
        (Policy, Given, Cells, Rules) = (policy, inputs, cells, rules);
        Json = WorkflowJson.Of(policy, parameters, rules, inputs);
        Inputs = inputs.Select(input => new ExportedInput(input)).ToList().AsReadOnly();
        Results = cells.Where(cell => !cell.Cell.IsInternal).Select(cell => new ExportedResult(cell)).ToList().AsReadOnly();
        RuleCount = rules.Count;
        ParameterCount = parameters.Count;
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

    /// <summary>How many global parameters the workflow has.</summary>
    public int ParameterCount { get; }

    /// <summary>How many cells the policy has: its results, and the parts they are made of.</summary>
    public int CellCount { get; }

    /// <summary>How many of them the workflow works out itself; the others look at records or at other subjects, and are among its inputs.</summary>
    public int ExpressedCount { get; }

    internal Policy Policy { get; }

    internal IReadOnlyList<WorkflowInput> Given { get; }

    internal IReadOnlyList<ExportedCell> Cells { get; }

    internal IReadOnlyList<WorkflowRule> Rules { get; }
}
