// Lowers what a KPI promises while its period runs: expected, pace, forecast and required.
using System.Collections.Generic;
using KpiRules.Formulas;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>They scale with time only where the target sums; where it does not, they are target, attainment and value.</summary>
/// <param name="add">Adds a cell of the KPI that depends on others of its own.</param>
internal sealed class PaceLowering(SheetBuilder sheet, KpiDefinition kpi, Origin origin, System.Action<string, IReadOnlyList<string>, System.Func<Expression>> add)
{
    private readonly string _name = kpi.Name.Value;

    private string Target => _name + ".target";

    private string Gap => _name + ".gap";

    private string Attainment => _name + ".attainment";

    public void Lower()
    {
        if (!sheet.Has(Target))
            return;
        add(_name + ".expected", [Target, _name], () => Sums() ? new ProportionExpression(origin, _name, Reference(Target), ToTheEnd: false) : Reference(Target));
        add(_name + ".pace", [Target, _name, Attainment], () => Sums() ? new PaceExpression(origin, _name, Reference(_name), Reference(Target)) : Reference(Attainment));
        add(_name + ".forecast", [_name], () => Sums() ? new ProportionExpression(origin, _name, Reference(_name), ToTheEnd: true) : Reference(_name));
        add(_name + ".required", [Gap, _name], () => Sums() ? new RequiredExpression(origin, _name, Reference(Gap)) : new NotScalingExpression(origin, _name));
    }

    /// <summary>As the KPI says; else money, counts, days and hours sum, and nothing else does.</summary>
    private bool Sums() => kpi.Combine is { } combine ? combine == Combine.Sum : Reference(_name).Unit is "money" or "count" or "days" or "hours";

    private CellExpression Reference(string cell) => sheet.Reference(origin, cell);
}
