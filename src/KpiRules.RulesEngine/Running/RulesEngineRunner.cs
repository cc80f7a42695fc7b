// Lets Microsoft RulesEngine work out policies.
using KpiRules.Evaluation;

namespace KpiRules.RulesEngine.Running;

/// <summary>
/// Works out policies by Microsoft RulesEngine: each policy is written as a workflow (<see cref="RulesEngineExport"/>), and
/// the package evaluates its conditions and amounts, subject by subject. What no workflow can express (records, other
/// subjects) comes from KpiRules' own evaluator, as do the causes of what is not available. The results are the same; see
/// the package's README for what it costs.
/// </summary>
public sealed class RulesEngineRunner : EvaluationEngine
{
    internal override ICellRunner Prepare(Policy policy) => new WorkflowRunner(RulesEngineExport.Write(policy));
}
