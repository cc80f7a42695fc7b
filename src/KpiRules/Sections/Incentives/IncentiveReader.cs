// Reads the incentives of a ruleset, and reports what does not go together.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections.Incentives.Releases;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives;

internal sealed class IncentiveReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public IReadOnlyList<IncentiveDefinition> Read(IReadOnlyList<MapEntry<ObjectReader>> entries) =>
        entries.Select(Read).OfType<IncentiveDefinition>().ToList();

    private IncentiveDefinition? Read(MapEntry<ObjectReader> entry)
    {
        var isNew = ids.Register(entry.Name);
        if (entry.Read() is not { } reader)
            return null;
        var incentive = new IncentiveDefinition
        {
            Name = entry.Name,
            IsIdTaken = !isNew,
            Title = reader.Read(Naming.Title),
            Description = reader.Read(Naming.Description),
            Kind = reader.Read(IncentiveShape.Kind)?.Value,
            AppliesTo = reader.Read(IncentiveShape.AppliesTo),
            Gate = reader.Read(IncentiveShape.Gate),
            Amount = reader.Read(IncentiveShape.Amount),
            Basis = reader.Read(IncentiveShape.Basis),
            Rate = reader.Read(IncentiveShape.Rate),
            Multiplier = reader.Read(IncentiveShape.Multiplier),
            Min = reader.Read(IncentiveShape.Min),
            Max = reader.Read(IncentiveShape.Max),
            Every = reader.Read(IncentiveShape.Every) switch
            {
                Span.Quarter => PeriodKind.Quarter,
                Span.HalfYear => PeriodKind.HalfYear,
                Span.Year => PeriodKind.Year,
                null => null,
            },
            Each = reader.Read(IncentiveShape.Each),
            Pool = ReadPool(reader.Read(IncentiveShape.Pool)),
            Draw = ReadDraw(reader.Read(IncentiveShape.Draw)),
            Release = new ReleaseReader(diagnostics).Read(reader.Read(ReleaseShape.Release)),
        };
        if (incentive is { Min.Json: JsonNumber min, Max.Json: JsonNumber max } && max.Value < min.Value)
            diagnostics.Add(RulesetFaults.Reversed(max.Place, "min", "max"));
        reader.Finish();
        return incentive;
    }

    private static PoolDefinition? ReadPool(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var pool = new PoolDefinition(
            reader.Read(PoolShape.Amount), reader.Read(PoolShape.Among), reader.Read(PoolShape.Share), reader.Read(PoolShape.When));
        reader.Finish();
        return pool;
    }

    private static DrawDefinition? ReadDraw(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var draw = new DrawDefinition(reader.Read(DrawShape.Amount), reader.Read(DrawShape.Recoverable)?.Value ?? false);
        reader.Finish();
        return draw;
    }
}
