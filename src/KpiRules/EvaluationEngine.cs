// What works out the results of a policy: our evaluator, or another that a host prefers.
using System.Collections.Generic;
using System.Threading;
using KpiRules.Cells;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

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

/// <summary>Works out the cells of one policy.</summary>
internal interface ICellRunner
{
    /// <summary>The cells of the policy, and what the runner needs beside them; each behind all it depends on.</summary>
    IReadOnlyList<Cell> Cells { get; }

    /// <summary>Fills the columns of the policy's cells; those of the facts are there.</summary>
    void Run(EvaluationPlan plan, Frame frame, List<DataIssue> issues, CancellationToken cancellation);
}
