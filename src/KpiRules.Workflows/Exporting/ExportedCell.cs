// A cell of a policy as it stands in a workflow.
using KpiRules.Cells;

namespace KpiRules.Workflows.Exporting;

/// <param name="Parameter">What it is called in the workflow; null for a part that stands where it is needed.</param>
/// <param name="IsInput">Whether the workflow must be given it.</param>
/// <param name="IsApproximate">Whether it is worked out in binary numbers.</param>
internal sealed record ExportedCell(Cell Cell, string? Parameter, bool IsInput, bool IsApproximate);
