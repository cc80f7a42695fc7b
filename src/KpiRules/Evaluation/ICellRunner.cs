// What works out the cells of one policy in place of the programs of the sheet.
using System.Collections.Generic;
using System.Threading;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <summary>Works out the cells of one policy.</summary>
internal interface ICellRunner
{
    /// <summary>The cells of the policy, and what the runner needs beside them; each behind all it depends on.</summary>
    IReadOnlyList<Cell> Cells { get; }

    /// <summary>Fills the columns of the policy's cells; those of the facts are there.</summary>
    void Run(SheetProgram sheet, Frame frame, List<DataIssue> issues, CancellationToken cancellationToken);
}
