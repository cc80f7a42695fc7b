// The cells of a KPI that several sections look at; its target is known by TargetOperation.
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal static class KpiCells
{
    public static CellKey Score(string kpi) => CellKey.Of(kpi, "score");

    /// <summary>Where a formula gives it.</summary>
    public static CellKey Weight(string kpi) => CellKey.Of(kpi, "weight");

    /// <summary>Where the KPI says to whom it applies.</summary>
    public static CellKey AppliesTo(string kpi) => CellKey.Of(kpi, "appliesTo");
}
