// Reads the KPIs of a ruleset.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Schedules;
using KpiRules.Sections.Smart;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Kpis;

internal sealed class KpiReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public IReadOnlyList<KpiDefinition> Read(IReadOnlyList<MapEntry<ObjectReader>> entries) =>
        entries.Select(Read).OfType<KpiDefinition>().ToList();

    private KpiDefinition? Read(MapEntry<ObjectReader> entry)
    {
        var isNew = ids.Register(entry.Name);
        if (entry.Read() is not { } reader)
            return null;
        var target = reader.Read(KpiShape.Target);
        var kpi = new KpiDefinition
        {
            Name = entry.Name,
            Json = reader.Json,
            IsIdTaken = !isNew,
            Title = reader.Read(Naming.Title),
            Description = reader.Read(Naming.Description),
            Unit = reader.Read(KpiShape.Unit),
            Better = reader.Read(KpiShape.Better),
            Formula = reader.Read(KpiShape.Formula),
            TargetGiven = target?.Given,
            Target = target?.Number,
            Attainment = reader.Read(KpiShape.Attainment),
            Score = reader.Read(KpiShape.Score),
            Status = ReadStatus(reader.Read(KpiShape.Status)),
            Weight = reader.Read(KpiShape.Weight),
            Combine = reader.Read(KpiShape.Combine),
            Perspective = reader.Read(KpiShape.Perspective),
            AppliesTo = reader.Read(KpiShape.AppliesTo),
            Smart = SmartReader.ReadOwn(reader),
        };
        reader.Read(KpiShape.Owner);
        reader.Read(KpiShape.Objective);
        reader.Finish();
        return kpi;
    }

    /// <summary>The bound as a constant; null where a formula gives it.</summary>
    private static decimal? Bound(NumberDefinition? number, decimal otherwise) =>
        number is null ? otherwise : (number.Json as JsonNumber)?.Value;

    private StatusDefinition? ReadStatus(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var status = new StatusDefinition(reader.Json, reader.Read(StatusShape.Green), reader.Read(StatusShape.Yellow));
        if (Bound(status.Yellow, StatusDefinition.DefaultYellow) > Bound(status.Green, StatusDefinition.DefaultGreen))
            diagnostics.Add(RulesetFaults.Reversed((status.Green ?? status.Yellow)!.Json.Place, "yellow", "green"));
        reader.Finish();
        return status;
    }
}
