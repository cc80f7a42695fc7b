// An engine that refuses all policies of one version, and works out no other in a test.
using System;
using System.Collections.Generic;
using System.Threading;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Hosting.Tests.Support;

internal sealed class RefusingEngine(string version) : EvaluationEngine
{
    internal override ICellRunner Prepare(Policy policy) =>
        policy.Version == version ? throw new NotSupportedException("it is too clever") : new Idle(policy.Sheet.Cells);

    private sealed class Idle(IReadOnlyList<Cell> cells) : ICellRunner
    {
        public IReadOnlyList<Cell> Cells { get; } = cells;

        public void Run(SheetProgram sheet, Frame frame, List<DataIssue> issues, CancellationToken cancellationToken) =>
            throw new InvalidOperationException();
    }
}
