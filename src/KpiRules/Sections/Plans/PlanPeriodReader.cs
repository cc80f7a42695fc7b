// Reads over which periods a plan goes, and what each of them weighs.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Plans;

internal sealed class PlanPeriodReader(ObjectReader reader, DiagnosticBag diagnostics)
{
    private const int MostPeriods = 366;

    /// <summary>From the first to the last; none after a fault.</summary>
    public IReadOnlyList<Period> ReadRange()
    {
        reader.Required("from");
        reader.Required("to");
        var (from, to) = (ReadPeriod("from"), ReadPeriod("to"));
        if (from is not { } first || to is not { } last)
            return [];
        var place = reader.Json["to"]!.Place;
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
        switch (reader.Take("periods"))
        {
            case null or JsonString { Value: "even" }:
                return (PeriodSharing.Even, []);
            case JsonString { Value: "history" }:
                return (PeriodSharing.History, []);
            case JsonString text:
                reader.ReportNotOneOf(text, "periods", ["even", "history"]);
                return (PeriodSharing.Even, []);
            case JsonObject json:
                return (PeriodSharing.Given, ReadMap(json, range));
            case var other:
                reader.ReportType(other, "periods", "json.planPeriods");
                return (PeriodSharing.Even, []);
        }
    }

    private IReadOnlyList<decimal> ReadMap(JsonObject json, IReadOnlyList<Period> range)
    {
        var weights = new Dictionary<Period, decimal>();
        foreach (var member in json.Members)
        {
            var (name, number) = (member.Name, reader.As<JsonNumber>(member.Value, member.Name.Value, "json.number"));
            if (number is { Value: < 0 })
                diagnostics.Add(RulesetFaults.Negative(number.Place, name.Value, number.Value));
            if (!Period.TryParse(name.Value, out var period))
                diagnostics.Add(RulesetFaults.BadPeriod(name.Place, "periods", name.Value));
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

    private Period? ReadPeriod(string property)
    {
        if (reader.Text(property) is not { } text)
            return null;
        if (Period.TryParse(text.Value, out var period))
            return period;
        diagnostics.Add(RulesetFaults.BadPeriod(text.Place, property, text.Value));
        return null;
    }
}
