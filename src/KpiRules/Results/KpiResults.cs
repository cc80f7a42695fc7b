// The KPIs of one subject, by id and in the order of the ruleset.
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Results;

/// <summary>The KPIs of one subject, by id and in the order of the ruleset; a view. Immutable.</summary>
public sealed class KpiResults : IReadOnlyCollection<KpiResult>
{
    private readonly SubjectEvaluation _subject;
    private readonly IReadOnlyList<KpiDescription> _kpis;

    internal KpiResults(SubjectEvaluation subject, IReadOnlyList<KpiDescription> kpis) => (_subject, _kpis) = (subject, kpis);

    /// <summary>How many KPIs the policy has.</summary>
    public int Count => _kpis.Count;

    /// <summary>A KPI by its id.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The policy has no KPI of that id; the message says which is close, or which it has.
    /// </exception>
    public KpiResult this[string id] => _kpis.FirstOrDefault(kpi => kpi.Name == id) is { } found
        ? new KpiResult(_subject, found)
        : throw UnknownName.NoKey($"There is no KPI '{id}'", id, _kpis.Select(kpi => kpi.Name));

    /// <summary>The KPIs in the order of the ruleset.</summary>
    public IEnumerator<KpiResult> GetEnumerator() => _kpis.Select(kpi => new KpiResult(_subject, kpi)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
