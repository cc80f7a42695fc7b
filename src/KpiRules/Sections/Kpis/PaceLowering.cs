// Lowers what a KPI promises while its period runs: expected, pace, forecast and required.
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Kpis;

/// <summary>They scale with time only where the target sums; where it does not, they are target, attainment and value.</summary>
/// <param name="add">Adds a cell of the KPI that depends on others of its own.</param>
internal sealed class PaceLowering(
    SheetBuilder sheet,
    KpiDefinition kpi,
    string name,
    Origin origin,
    System.Action<CellKey, IReadOnlyList<string>, System.Func<Operation>> add)
{
    private CellKey Target => TargetOperation.CellOf(name);

    private CellKey Gap => CellKey.Of(name, "gap");

    private CellKey Attainment => CellKey.Of(name, "attainment");

    public void Lower()
    {
        if (!sheet.Has(Target))
            return;
        add(
            CellKey.Of(name, "expected"),
            [Target, name],
            () => Sums() ? new ProportionOperation(origin, name, Reference(Target), ToTheEnd: false, Lag.None) : Reference(Target));
        add(
            CellKey.Of(name, "pace"),
            [Target, name, Attainment],
            () => Sums() ? new PaceOperation(origin, name, Reference(name), Reference(Target), Lag.None) : Reference(Attainment));
        add(
            CellKey.Of(name, "forecast"),
            [name],
            () => Sums() ? new ProportionOperation(origin, name, Reference(name), ToTheEnd: true, Lag.None) : Reference(name));
        add(CellKey.Of(name, "required"), [Gap, name], () => Sums()
            ? new RequiredOperation(origin, name, Reference(Gap), Lag.None)
            : new NoValueOperation(origin, new Reason(CauseKind.DoesNotScale, name)));
    }

    private bool Sums() => TargetOperation.CombineOf(kpi.Combine, Reference(name).Unit) == Combine.Sum;

    private CellOperation Reference(string cell) => sheet.Reference(origin, cell);
}
