// Lowers what a KPI promises while its period runs: expected, pace, forecast and required.
using System.Collections.Generic;
using KpiRules.Formulas;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>They scale with time only where the target sums; where it does not, they are target, attainment and value.</summary>
/// <param name="add">Adds a cell of the KPI that depends on others of its own.</param>
internal sealed class PaceLowering(SheetBuilder sheet, KpiDefinition kpi, string name, Origin origin, System.Action<string, IReadOnlyList<string>, System.Func<Expression>> add)
{
    private string Target => name + ".target";

    private string Gap => name + ".gap";

    private string Attainment => name + ".attainment";

    public void Lower()
    {
        if (!sheet.Has(Target))
            return;
        add(name + ".expected", [Target, name], () => Sums() ? new ProportionExpression(origin, name, Reference(Target), ToTheEnd: false) : Reference(Target));
        add(name + ".pace", [Target, name, Attainment], () => Sums() ? new PaceExpression(origin, name, Reference(name), Reference(Target)) : Reference(Attainment));
        add(name + ".forecast", [name], () => Sums() ? new ProportionExpression(origin, name, Reference(name), ToTheEnd: true) : Reference(name));
        add(name + ".required", [Gap, name], () => Sums() ? new RequiredExpression(origin, name, Reference(Gap)) : new NotScalingExpression(origin, name));
    }

    /// <summary>As the KPI says; else money, counts, days and hours sum, and nothing else does.</summary>
    private bool Sums() => kpi.Combine is { } combine ? combine == Combine.Sum : Reference(name).Unit is "money" or "count" or "days" or "hours";

    private CellExpression Reference(string cell) => sheet.Reference(origin, cell);
}
