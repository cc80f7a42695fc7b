// Lets Microsoft RulesEngine work out policies.
using System;
using System.Collections.Generic;
using System.Threading;
using KpiRules.Evaluation;
using KpiRules.Facts;
using KpiRules.Workflows;
using RulesEngine.Models;

namespace KpiRules.RulesEngine;

/// <summary>
/// Works out policies by Microsoft RulesEngine: each policy is written as a workflow (<see cref="RulesEngineExport"/>), and
/// the package evaluates its conditions and amounts, subject by subject. RulesEngine compiles a policy when
/// it is prepared, by <see cref="Policy.RunBy"/> or when a host loads it, so that its first evaluation takes no longer than
/// others; one that cannot be compiled is refused then. What no workflow can express (records, other
/// subjects) comes from KpiRules' own evaluator, as do the causes of what is not available. The results are the same; see
/// the package's README for what it costs. Several threads may use one.
/// </summary>
public sealed class RulesEngineRunner : EvaluationEngine
{
    private int _readings;

    /// <summary>
    /// Called with what RulesEngine itself says of every subject evaluated: its id, the period, and a result for each of the
    /// workflow's rules, with the outputs of their actions. Null unless set; then the rules are not run, for they only work
    /// the same out again. Called on the evaluating thread.
    /// </summary>
    public Action<string, Period, IReadOnlyList<RuleResultTree>>? RuleResults { get; init; }

    /// <summary>How often RulesEngine has read the parameters of a workflow, which it does to check or to compile them.</summary>
    internal int Readings => Volatile.Read(ref _readings);

    internal override ICellRunner Prepare(Policy policy) =>
        new WorkflowRunner(RulesEngineExport.Write(policy), RuleResults, () => Interlocked.Increment(ref _readings));
}
