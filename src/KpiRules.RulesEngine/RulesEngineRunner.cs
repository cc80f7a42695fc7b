// Lets Microsoft RulesEngine work out policies.
using System;
using System.Collections.Generic;
using KpiRules.Evaluation;
using KpiRules.Facts;
using KpiRules.Workflows;
using RulesEngine.Models;

namespace KpiRules.RulesEngine;

/// <summary>
/// Works out policies by Microsoft RulesEngine: each policy is written as a workflow (<see cref="RulesEngineExport"/>), and
/// the package evaluates its conditions and amounts, subject by subject. What no workflow can express (records, other
/// subjects) comes from KpiRules' own evaluator, as do the causes of what is not available. The results are the same; see
/// the package's README for what it costs.
/// </summary>
public sealed class RulesEngineRunner : EvaluationEngine
{
    /// <summary>
    /// Called with what RulesEngine itself says of every subject evaluated: its id, the period, and a result for each of the
    /// workflow's rules, with the outputs of their actions. Null unless set; then the rules are not run, for they only look
    /// at the parameters again, and RulesEngine compiles all parameters for each of them. Called on the evaluating thread.
    /// </summary>
    public Action<string, Period, IReadOnlyList<RuleResultTree>>? RuleResults { get; init; }

    internal override ICellRunner Prepare(Policy policy) => new WorkflowRunner(RulesEngineExport.Write(policy), RuleResults);
}
