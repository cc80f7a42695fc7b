// Reads over which periods a plan goes, and what each of them weighs.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Plans;

internal sealed class PlanPeriodReader(ObjectReader reader, DiagnosticBag diagnostics)
{
    private const int MostPeriods = 366;

    /// <summary>From the first to the last; none after a fault.</summary>
    public IReadOnlyList<Period> ReadRange()
    {
        var (from, to) = (reader.Read(PlanShape.From), reader.Read(PlanShape.To));
        if (from is not { } first || to is not { } last)
            return [];
        var place = reader.Written(PlanShape.To)!.Place;
        if (first.Kind != last.Kind || first.IsFiscal != last.IsFiscal)
        {
            diagnostics.Add(PlanFaults.KindsDiffer(place, first.ToString(), last.ToString()));
            return [];
        }

        if (last.CompareTo(first) < 0)
        {
            diagnostics.Add(RulesetFaults.Reversed(place, "from", "to"));
            return [];
        }

        var periods = new List<Period> { first };
        while (periods[periods.Count - 1] != last && periods.Count <= MostPeriods)
            periods.Add(periods[periods.Count - 1].Add(1));
        if (periods.Count <= MostPeriods)
            return periods;
        diagnostics.Add(PlanFaults.TooManyPeriods(place, MostPeriods));
        return [];
    }

    /// <summary>How periods share, and the weight of each where the author wrote them.</summary>
    /// <param name="range">The periods of the plan; none where they have a fault.</param>
    public (PeriodSharing Sharing, IReadOnlyList<decimal> Weights) ReadWeights(IReadOnlyList<Period> range)
    {
        var written = reader.Read(PlanShape.Periods);
        return written?.Weights is { } weights ? (written.Sharing, ReadMap(weights, range)) : (written?.Sharing ?? PeriodSharing.Even, []);
    }

    private IReadOnlyList<decimal> ReadMap(ReadMap<JsonNumber> map, IReadOnlyList<Period> range)
    {
        var (json, weights) = (map.Json, new Dictionary<Period, decimal>());
        foreach (var entry in map.Entries)
        {
            var (name, number) = (entry.Name, entry.Read());
            if (!Period.TryParse(name.Value, out var period))
                diagnostics.Add(RulesetFaults.BadPeriod(name.Place, PlanShape.Periods.Name, name.Value));
            else if (range.Count > 0 && !range.Contains(period))
                diagnostics.Add(PlanFaults.NoSuchPeriod(name.Place, name.Value, range[0].ToString(), range[range.Count - 1].ToString()));
            else
                weights[period] = number?.Value ?? 1;
        }

        var missing = range.Where(period => !weights.ContainsKey(period)).Select(period => period.ToString()).ToList();
        if (missing.Count > 0)
            diagnostics.Add(PlanFaults.PeriodsWithoutWeight(json.Place, missing));
        else if (range.Count > 0 && weights.Values.All(weight => weight == 0))
            diagnostics.Add(PlanFaults.PeriodsWithoutAnyWeight(json.Place));
        return missing.Count > 0 ? [] : range.Select(period => weights[period]).ToList();
    }
}
