// A rule of a workflow on its way into the ruleset: what it says as trees, and what was found wrong with it.
using System.Collections.Generic;
using KpiRules.Diagnostics;

namespace KpiRules.Workflows.Importing;

/// <param name="Faults">What of the workflow itself could not be imported.</param>
/// <param name="Rules">Those that are enabled, in their order.</param>
internal sealed record ImportedWorkflow(WorkflowDefinition Definition, IReadOnlyList<Diagnostic> Faults, IReadOnlyList<ImportedRule> Rules);

internal sealed class ImportedRule(WorkflowDefinition workflow, RuleDefinition definition)
{
    private readonly List<Diagnostic> _faults = [];

    public WorkflowDefinition Workflow { get; } = workflow;

    public RuleDefinition Definition { get; } = definition;

    /// <summary>Null where it could not be imported.</summary>
    public LambdaNode? Condition { get; set; }

    /// <summary>The amount where the condition holds; null for none.</summary>
    public LambdaNode? Success { get; set; }

    /// <summary>The amount where it does not; null for none.</summary>
    public LambdaNode? Failure { get; set; }

    /// <summary>Its id in the ruleset.</summary>
    public string Id { get; set; } = "";

    /// <summary>What of it could not be imported.</summary>
    public IReadOnlyList<Diagnostic> Faults => _faults;

    public bool IsPaid => Success is not null || Failure is not null;

    public IEnumerable<LambdaNode> Trees
    {
        get
        {
            foreach (var tree in (LambdaNode?[])[Condition, Success, Failure])
            {
                if (tree is not null)
                    yield return tree;
            }
        }
    }

    /// <summary>Keeps the errors; true if there is one.</summary>
    public bool Note(IEnumerable<Diagnostic> diagnostics)
    {
        var before = _faults.Count;
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity == DiagnosticSeverity.Error)
                _faults.Add(diagnostic);
        }

        return _faults.Count > before;
    }

    /// <summary>It cannot be imported after all.</summary>
    public void Refuse() => (Condition, Success, Failure) = (null, null, null);
}
