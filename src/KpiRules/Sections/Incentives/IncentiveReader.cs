// Reads the incentives of a ruleset, and reports what does not go together.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Sections.Incentives.Releases;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives;

internal sealed class IncentiveReader(DiagnosticBag diagnostics, IdRegister ids)
{
    private static readonly Term What = new("what.incentive");

    /// <summary>What has no place beside a property, and why it is not needed there.</summary>
    private static readonly (string Property, string[] Others)[] Exclusive =
    [
        ("amount", ["basis", "rate"]),
        ("pool", ["amount", "basis", "rate", "multiplier", "min", "max", "draw", "each"]),
        ("each", ["draw"]),
        ("release", ["draw"]),
    ];

    /// <summary>The names of the spans in which a line may come once.</summary>
    private enum Span
    {
        Quarter,
        HalfYear,
        Year,
    }

    public IReadOnlyList<IncentiveDefinition> Read(IReadOnlyList<JsonMember> members) =>
        members.Select(Read).OfType<IncentiveDefinition>().ToList();

    private IncentiveDefinition? Read(JsonMember member)
    {
        var isNew = ids.Register(member.Name);
        if (ObjectReader.Of(member, What, diagnostics) is not { } reader)
            return null;
        var incentive = new IncentiveDefinition
        {
            Name = member.Name,
            IsIdTaken = !isNew,
            Title = reader.Localized("title"),
            Description = reader.Localized("description"),
            Kind = reader.Text("kind")?.Value,
            AppliesTo = reader.Text("appliesTo"),
            Gate = reader.Text("gate"),
            Amount = reader.NumberLike("amount"),
            Basis = reader.NumberLike("basis"),
            Rate = reader.NumberLike("rate"),
            Multiplier = reader.NumberLike("multiplier"),
            Min = reader.NumberLike("min"),
            Max = reader.NumberLike("max"),
            Every = reader.OneOf<Span>("every") switch
            {
                Span.Quarter => PeriodKind.Quarter,
                Span.HalfYear => PeriodKind.HalfYear,
                Span.Year => PeriodKind.Year,
                null => null,
            },
            Each = reader.Text("each"),
            Pool = ReadPool(reader.Object("pool")),
            Draw = ReadDraw(reader.Object("draw")),
            Release = new ReleaseReader(diagnostics).Read(reader.Array("release"), reader),
        };
        CheckForm(reader);
        if (incentive is { Min.Json: JsonNumber min, Max.Json: JsonNumber max } && max.Value < min.Value)
            diagnostics.Add(RulesetFaults.Reversed(max.Place, "min", "max"));
        reader.Finish();
        return incentive;
    }

    private void CheckForm(ObjectReader reader)
    {
        var json = reader.Json;
        foreach (var (property, others) in Exclusive.Where(rule => json[rule.Property] is not null))
        {
            foreach (var other in others.Where(other => json[other] is not null))
                diagnostics.Add(RulesetFaults.Beside(json[other]!.Place, other, property));
        }

        if (json["pool"] is not null || json["amount"] is not null)
            return;
        reader.Required(json["basis"] is null && json["rate"] is null ? "amount" : json["basis"] is null ? "basis" : "rate");
    }

    private PoolDefinition? ReadPool(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.pool"), diagnostics);
        reader.Required("amount");
        var pool = new PoolDefinition(reader.NumberLike("amount"), reader.Text("among"), reader.Text("share"), reader.Text("when"));
        reader.Finish();
        return pool;
    }

    private DrawDefinition? ReadDraw(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.draw"), diagnostics);
        reader.Required("amount");
        reader.Required("recoverable");
        var draw = new DrawDefinition(reader.NumberLike("amount"), reader.Boolean("recoverable") ?? false);
        reader.Finish();
        return draw;
    }
}
