// Reads the KPIs of a ruleset.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Sections.Schedules;
using KpiRules.Sections.Smart;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Kpis;

internal sealed class KpiReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public IReadOnlyList<KpiDefinition> Read(IReadOnlyList<JsonMember> members) => members.Select(Read).OfType<KpiDefinition>().ToList();

    private KpiDefinition? Read(JsonMember member)
    {
        var isNew = ids.Register(member.Name);
        if (ObjectReader.Of(member, new Term("what.kpi"), diagnostics, "json.kpi") is not { } reader)
            return null;
        reader.Required("formula");
        var targetGiven = ReadGiven(reader, reader.Json["target"] as JsonString);
        var kpi = new KpiDefinition
        {
            Name = member.Name,
            Json = reader.Json,
            IsIdTaken = !isNew,
            Title = reader.Localized("title"),
            Description = reader.Localized("description"),
            Unit = reader.Unit(),
            Better = reader.OneOf<Better>("better") ?? Better.Higher,
            Formula = reader.NumberLike("formula"),
            TargetGiven = targetGiven,
            Target = reader.NumberLike("target") is { } target && targetGiven is null ? target : null,
            Attainment = reader.NumberLike("attainment"),
            Score = reader.NumberLike("score"),
            Status = ReadStatus(reader.Object("status")),
            Weight = ReadWeight(reader),
            Combine = reader.OneOf<Combine>("combine"),
            Perspective = reader.Text("perspective"),
            AppliesTo = reader.Text("appliesTo"),
            Smart = new SmartReader(diagnostics).ReadOwn(reader),
        };
        reader.Localized("owner");
        reader.Localized("objective");
        reader.Finish();
        return kpi;
    }

    /// <summary>
    /// The word that says the target comes with the facts, in whatever case it was typed; one in the wrong case is reported.
    /// </summary>
    private static JsonString? ReadGiven(ObjectReader reader, JsonString? target)
    {
        if (!string.Equals(target?.Value, "given", System.StringComparison.OrdinalIgnoreCase))
            return null;
        if (target!.Value != "given")
            reader.ReportNotOneOf(target, "target", ["given"]);
        return target;
    }

    private NumberDefinition? ReadWeight(ObjectReader reader)
    {
        var weight = reader.NumberLike("weight");
        if (weight is { Json: JsonNumber { Value: < 0 } negative })
            diagnostics.Add(RulesetFaults.Negative(negative.Place, "weight", negative.Value));
        return weight;
    }

    /// <summary>The bound as a constant; null where a formula gives it.</summary>
    private static decimal? Bound(NumberDefinition? number, decimal otherwise) =>
        number is null ? otherwise : (number.Json as JsonNumber)?.Value;

    private StatusDefinition? ReadStatus(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.status"), diagnostics);
        var status = new StatusDefinition(json, reader.NumberLike("green"), reader.NumberLike("yellow"));
        if (Bound(status.Yellow, StatusDefinition.DefaultYellow) > Bound(status.Green, StatusDefinition.DefaultGreen))
            diagnostics.Add(RulesetFaults.Reversed((status.Green ?? status.Yellow)!.Json.Place, "yellow", "green"));
        reader.Finish();
        return status;
    }
}
