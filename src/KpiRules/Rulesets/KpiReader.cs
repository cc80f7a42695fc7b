// Reads the KPIs of a ruleset.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class KpiReader(DiagnosticBag diagnostics, IdRegister ids)
{
    public IReadOnlyList<KpiDefinition> Read(IReadOnlyList<JsonMember> members) => members.Select(Read).OfType<KpiDefinition>().ToList();

    private KpiDefinition? Read(JsonMember member)
    {
        var isNew = ids.Register(member.Name);
        if (member.Value is not JsonObject json)
        {
            diagnostics.Add(RulesetFaults.WrongType(member.Value.Place, member.Name.Value, new Term("json.object"), ObjectReader.TypeOf(member.Value)));
            return null;
        }

        var reader = new ObjectReader(json, new Term("what.kpi"), diagnostics);
        reader.Required("formula");
        var targetGiven = json["target"] is JsonString { Value: "given" } given ? given : null;
        var kpi = new KpiDefinition
        {
            Name = member.Name,
            Title = reader.Localized("title"),
            Description = reader.Localized("description"),
            Unit = reader.Text("unit") is { Value.Length: > 0 } unit ? unit.Value : null,
            Better = reader.OneOf("better", Better.Higher),
            Formula = reader.NumberLike("formula"),
            TargetGiven = targetGiven,
            Target = reader.NumberLike("target") is { } target && targetGiven is null ? target : null,
            Attainment = reader.NumberLike("attainment"),
            Score = reader.NumberLike("score"),
            Status = ReadStatus(reader.Object("status")),
            AppliesTo = reader.Text("appliesTo"),
        };
        CheckOthers(reader);
        reader.Finish();
        return isNew ? kpi : null;
    }

    /// <summary>Properties that other sections will use: the scorecard the weight, SMART the owner.</summary>
    private void CheckOthers(ObjectReader reader)
    {
        reader.Localized("owner");
        reader.Localized("objective");
        reader.Text("perspective");
        reader.Text("combine");
        reader.Take("smart");
        reader.Text("reason");
        if (reader.NumberLike("weight") is { Json: JsonNumber { Value: < 0 } weight })
            diagnostics.Add(RulesetFaults.Negative(weight.Place, "weight", weight.Value));
    }

    /// <summary>The bound as a constant; null where a formula gives it.</summary>
    private static decimal? Bound(NumberDefinition? number, decimal otherwise) => number is null ? otherwise : (number.Json as JsonNumber)?.Value;

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
