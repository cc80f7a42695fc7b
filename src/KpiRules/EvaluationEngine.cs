// What works out the results of a policy: our evaluator, or another that a host prefers.
using KpiRules.Evaluation;

namespace KpiRules;

/// <summary>
/// What works out the results of a policy in place of KpiRules' own evaluator; see <see cref="Policy.RunBy"/>. The packages
/// of KpiRules bring such engines. Safe to share between threads and policies.
/// </summary>
public abstract class EvaluationEngine
{
    internal EvaluationEngine()
    {
    }

    /// <summary>Makes everything ready, so that the first evaluation takes no longer than others.</summary>
    /// <exception cref="System.NotSupportedException">It cannot work the policy out; the message says why.</exception>
    internal abstract ICellRunner Prepare(Policy policy);
}
