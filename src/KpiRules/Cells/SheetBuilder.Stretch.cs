// Stretch targets: facts that have the unit of a KPI, and combine as its target does.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal sealed partial class SheetBuilder
{
    private readonly List<(string Kpi, string Name, FactDefinition Fact)> _stretches = [];
    private readonly HashSet<string> _lostStretches = [];

    public void AddStretch(string kpi, string name, Unit declaredUnit, Combine? combine)
    {
        var fact = new FactDefinition($"{kpi}.{name}", FactRole.Target, ValueKind.Number, declaredUnit) { Combine = combine };
        // two plans for one KPI may have a stretch target of the same name
        if (_facts.ContainsKey(fact.Name))
            return;
        AddFact(fact);
        _stretches.Add((kpi, name, fact));
    }

    /// <summary>The stretch targets of a plan that has no KPI to give them to; that has been reported.</summary>
    public void AddLostStretches(IEnumerable<string> names) => _lostStretches.UnionWith(names);

    private bool IsLostStretch(string name) => name.IndexOf('.') is >= 0 and var dot && _lostStretches.Contains(name.Substring(dot + 1));

    private IEnumerable<string> StretchesOf(string kpi) => _stretches.Where(stretch => stretch.Kpi == kpi).Select(stretch => stretch.Name);

    /// <summary>A KPI that declares no unit has the one its formula works out to, known once it is bound.</summary>
    private void FinishStretches()
    {
        foreach (var (kpi, _, fact) in _stretches)
        {
            fact.MeasuredIn = fact.MeasuredIn.Or(_drafts[kpi].Operation?.Unit ?? Unit.Unknown);
            fact.Combine ??= TargetOperation.CombineOf(null, fact.MeasuredIn);
        }
    }
}
