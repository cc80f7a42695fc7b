// Reads the plans of a ruleset, and reports what does not go together.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Plans;

internal sealed class PlanReader(DiagnosticBag diagnostics, IdRegister ids)
{
    /// <summary>What a KPI has under its own name already, or may have.</summary>
    private static readonly string[] PartsOfKpi =
        ["target", "attainment", "gap", "score", "status", "expected", "pace", "forecast", "required", "smart", "weight", "appliesTo"];

    public IReadOnlyList<PlanDefinition> Read(IReadOnlyList<MapEntry<ObjectReader>> entries) =>
        entries.Select(Read).OfType<PlanDefinition>().ToList();

    private PlanDefinition? Read(MapEntry<ObjectReader> entry)
    {
        var isNew = ids.Register(entry.Name);
        if (entry.Read() is not { } reader)
            return null;
        var kpi = reader.Read(PlanShape.Kpi);
        var periods = new PlanPeriodReader(reader, diagnostics);
        var range = periods.ReadRange();
        var (sharing, weights) = periods.ReadWeights(range);
        var plan = new PlanDefinition
        {
            Name = entry.Name,
            IsIdTaken = !isNew,
            Title = reader.Read(Naming.Title),
            Description = reader.Read(Naming.Description),
            Kpi = kpi,
            Total = reader.Read(PlanShape.Total),
            Periods = range,
            Groups = ReadGroups(reader),
            Weights = reader.Read(PlanShape.Weights)?.Number,
            Sharing = sharing,
            PeriodWeights = weights,
            RoundTo = reader.Read(PlanShape.RoundTo) is { Value: > 0 } roundTo ? roundTo.Value : null,
            Spreads = reader.Read(PlanShape.Shortfall) == Shortfall.Spread,
            Stretch = ReadStretch(reader.ReadAll(PlanShape.Stretch), kpi),
        };
        reader.Finish();
        return plan;
    }

    private IReadOnlyList<JsonString> ReadGroups(ObjectReader reader)
    {
        if (reader.Read(PlanShape.Down) is not { } down)
            return [];
        var levels = down.Items.OfType<JsonString>().ToList();
        foreach (var twice in levels.Where((level, i) => levels.FindIndex(other => other.Value == level.Value) < i))
            diagnostics.Add(PlanFaults.LevelTwice(twice.Place, twice.Value));
        if (levels.Count == down.Items.Count && levels.LastOrDefault() is var last && last?.Value != PlanDefinition.SubjectLevel)
        {
            var meant = ClosestName.Find(last?.Value ?? "", [PlanDefinition.SubjectLevel]);
            diagnostics.Add(PlanFaults.NotDownToSubjects((last ?? (JsonValue)down.Json).Place, () => meant));
            // a misspelt subject is one fault, not a missing attribute too
            if (meant is not null)
                levels.RemoveAt(levels.Count - 1);
        }

        return levels.Where(level => level.Value != PlanDefinition.SubjectLevel).ToList();
    }

    private IReadOnlyList<StretchDefinition> ReadStretch(IReadOnlyList<MapEntry<NumberDefinition>> entries, JsonString? kpi)
    {
        var stretch = new List<StretchDefinition>();
        foreach (var entry in entries)
        {
            var isName = ids.CheckName(entry.Name);
            if (isName && PartsOfKpi.Contains(entry.Name.Value, System.StringComparer.OrdinalIgnoreCase))
                diagnostics.Add(PlanFaults.StretchTaken(entry.Name.Place, entry.Name.Value, kpi?.Value ?? "kpi"));
            else if (entry.Read() is { } factor and not { Constant: <= 0 } && isName)
                stretch.Add(new StretchDefinition(entry.Name, factor));
        }

        return stretch;
    }
}
