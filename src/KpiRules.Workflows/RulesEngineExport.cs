// The front door of the export: a policy in, a workflow of Microsoft RulesEngine out.
using System;
using KpiRules.Workflows.Exporting;

namespace KpiRules.Workflows;

/// <summary>Writes policies as workflows of Microsoft RulesEngine 6.</summary>
public static class RulesEngineExport
{
    /// <summary>
    /// Writes a policy as one workflow: its conditions as rules, its amounts as their outputs, and in each rule the cells it
    /// needs, as local parameters in the order in which they depend on each other. Null stands for <em>not available</em> and is
    /// carried on by KpiRules' rules: a comparison with null is null, a division by zero is null. What no workflow can work out
    /// for one subject alone (functions over records and over other subjects, ranks, pools) it must be given.
    /// </summary>
    /// <param name="policy">The policy.</param>
    public static ExportedWorkflow Write(Policy policy) => WorkflowWriter.Write(policy ?? throw new ArgumentNullException(nameof(policy)));
}
