// Reads the criteria by which targets are checked, those of the ruleset and those of a KPI.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Smart;

internal sealed class SmartReader(DiagnosticBag diagnostics)
{
    /// <summary>The properties of a KPI that can be asked for.</summary>
    private static readonly string[] Requirable =
        ["title", "description", "owner", "objective", "perspective", "unit", "formula", "target", "weight", "score", "status"];

    public SmartDefinition? Read(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.smart"), diagnostics);
        var smart = new SmartDefinition
        {
            Specific = ReadRequiring(reader.Object("specific"), "specific"),
            Measurable = ReadRequiring(reader.Object("measurable"), "measurable"),
            Achievable = ReadAchievable(reader.Object("achievable")),
            Relevant = ReadRelevant(reader.Object("relevant")),
            TimeBound = ReadTimeBound(reader.Object("timeBound")),
        };
        reader.Finish();
        return smart;
    }

    /// <summary>A KPI's own criteria, or <c>false</c> with a reason.</summary>
    public KpiSmart? ReadOwn(ObjectReader kpi)
    {
        var json = kpi.Take("smart");
        var reason = kpi.Localized("reason");
        switch (json)
        {
            case null:
                return null;
            case JsonObject own:
                return new KpiSmart(own, null, Read(own)!);
            case JsonBoolean { Value: false }:
                if (kpi.Json["reason"] is null)
                    diagnostics.Add(RulesetFaults.Missing(json.Place, "reason", new Term("what.waiver")));
                return new KpiSmart(json, reason ?? LocalizedText.Of(""), new SmartDefinition());
            default:
                kpi.ReportType(json, "smart", "json.smart");
                return null;
        }
    }

    /// <summary>The criteria that hold for a KPI; null for none.</summary>
    /// <param name="kpi">The KPI as it is written, for what it must have.</param>
    /// <param name="ofKpi">What the KPI says itself; null for nothing.</param>
    /// <param name="general">What the ruleset says; null for nothing.</param>
    public static KpiSmart? Merge(JsonObject kpi, KpiSmart? ofKpi, SmartDefinition? general)
    {
        if (ofKpi?.Waiver is not null || (ofKpi is null && general is null))
            return ofKpi;
        var own = ofKpi?.Criteria;
        var criteria = new SmartDefinition
        {
            Specific = Checked(own?.Specific ?? general?.Specific),
            Measurable = Checked(own?.Measurable ?? general?.Measurable),
            Achievable = own?.Achievable ?? general?.Achievable,
            Relevant = (own?.Relevant ?? general?.Relevant) is { } relevant
                ? relevant with { Missing = MissingOf(relevant.Required) }
                : null,
            TimeBound = own?.TimeBound ?? general?.TimeBound,
        };
        return new KpiSmart(ofKpi?.Json, null, criteria);

        RequiringCriterion? Checked(RequiringCriterion? criterion) =>
            criterion is null ? null : criterion with { Missing = MissingOf(criterion.Required) };

        IReadOnlyList<string> MissingOf(IReadOnlyList<string> required) =>
            required.Where(property => kpi[property] is null || (kpi[property] is JsonString text && text.Value.Trim().Length == 0))
                .ToList();
    }

    private RequiringCriterion? ReadRequiring(JsonObject? json, string criterion)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.criterion", criterion), diagnostics);
        reader.Required("require");
        var requiring = new RequiringCriterion(ReadRequired(reader), []);
        reader.Finish();
        return requiring;
    }

    private AchievableCriterion? ReadAchievable(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.criterion", "achievable"), diagnostics);
        reader.Required("baseline");
        var criterion = new AchievableCriterion(
            reader.NumberLike("baseline"), reader.NumberLike("from"), reader.NumberLike("to"), reader.Text("when"));
        if (json["when"] is null && json["from"] is null && json["to"] is null)
            reader.Required("to");
        foreach (var bound in json["when"] is null ? [] : new[] { json["from"], json["to"] }.OfType<JsonValue>())
            diagnostics.Add(RulesetFaults.Beside(bound.Place, bound == json["from"] ? "from" : "to", "when"));
        if (criterion is { From.Json: JsonNumber from, To.Json: JsonNumber to } && to.Value < from.Value)
            diagnostics.Add(RulesetFaults.Reversed(to.Place, "from", "to"));
        reader.Finish();
        return criterion;
    }

    private RelevantCriterion? ReadRelevant(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.criterion", "relevant"), diagnostics);
        if (json["weight"] is null)
            reader.Required("require");
        var required = ReadRequired(reader);
        var (from, to) = ReadWeight(reader.Object("weight"));
        reader.Finish();
        return new RelevantCriterion(required, [], from, to);
    }

    private (decimal? From, decimal? To) ReadWeight(JsonObject? json)
    {
        if (json is null)
            return (null, null);
        var reader = new ObjectReader(json, new Term("what.smartWeight"), diagnostics);
        if (json["from"] is null)
            reader.Required("to");
        var (from, to) = (reader.Number("from"), reader.Number("to"));
        if (to?.Value < from?.Value)
            diagnostics.Add(RulesetFaults.Reversed(to!.Place, "from", "to"));
        reader.Finish();
        return (from?.Value, to?.Value);
    }

    private TimeBoundCriterion? ReadTimeBound(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.criterion", "timeBound"), diagnostics);
        if (json["longest"] is null)
            reader.Required("within");
        var within = reader.Text("within");
        if (within is not null and not { Value: "effective" })
            reader.ReportNotOneOf(within, "within", ["effective"]);
        var criterion = new TimeBoundCriterion(within, reader.OneOf<PeriodKind>("longest"));
        reader.Finish();
        return criterion;
    }

    private static IReadOnlyList<string> ReadRequired(ObjectReader reader)
    {
        var required = reader.Texts("require");
        foreach (var unknown in required.Where(property => !Requirable.Contains(property.Value)))
            reader.ReportNotOneOf(unknown, "require", Requirable);
        return required.Select(property => property.Value).Where(Requirable.Contains).ToList();
    }
}
