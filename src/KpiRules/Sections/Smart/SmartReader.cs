// Reads the criteria by which targets are checked, those of the ruleset and those of a KPI.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Smart;

internal static class SmartReader
{
    public static SmartDefinition? Read(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var smart = new SmartDefinition
        {
            Specific = ReadRequiring(reader.Read(SmartShape.Specific)),
            Measurable = ReadRequiring(reader.Read(SmartShape.Measurable)),
            Achievable = ReadAchievable(reader.Read(SmartShape.Achievable)),
            Relevant = ReadRelevant(reader.Read(SmartShape.Relevant)),
            TimeBound = ReadTimeBound(reader.Read(SmartShape.TimeBound)),
        };
        reader.Finish();
        return smart;
    }

    /// <summary>A KPI's own criteria, or <c>false</c> with a reason.</summary>
    public static KpiSmart? ReadOwn(ObjectReader kpi)
    {
        var (written, reason) = (kpi.Read(SmartShape.OfKpi), kpi.Read(SmartShape.Reason));
        if (written is null)
            return null;
        return written.Own is { } own
            ? new KpiSmart(written.Json, null, Read(own)!)
            : new KpiSmart(written.Json, reason ?? LocalizedText.Of(""), new SmartDefinition());
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
            required.Where(property => kpi[property] is not { } value || IsBlank(value)).ToList();
    }

    /// <summary>Whether what is written is as good as nothing.</summary>
    public static bool IsBlank(JsonValue value) => value is JsonString text && text.Value.Trim().Length == 0;

    private static RequiringCriterion? ReadRequiring(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var requiring = new RequiringCriterion(Known(reader.ReadAll(CriterionShapes.Require)), []);
        reader.Finish();
        return requiring;
    }

    private static AchievableCriterion? ReadAchievable(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var criterion = new AchievableCriterion(
            reader.Read(AchievableShape.Baseline),
            reader.Read(AchievableShape.From),
            reader.Read(AchievableShape.To),
            reader.Read(AchievableShape.When));
        if (criterion is { From.Json: JsonNumber from, To.Json: JsonNumber to } && to.Value < from.Value)
            reader.Diagnostics.Add(RulesetFaults.Reversed(to.Place, "from", "to"));
        reader.Finish();
        return criterion;
    }

    private static RelevantCriterion? ReadRelevant(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var required = Known(reader.ReadAll(RelevantShape.Require));
        var (from, to) = ReadWeight(reader.Read(RelevantShape.Weight));
        reader.Finish();
        return new RelevantCriterion(required, [], from, to);
    }

    private static (decimal? From, decimal? To) ReadWeight(ObjectReader? reader)
    {
        if (reader is null)
            return (null, null);
        var weight = FactProperties.ReadBounds(reader, SmartWeightShape.From, SmartWeightShape.To);
        reader.Finish();
        return weight;
    }

    private static TimeBoundCriterion? ReadTimeBound(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var criterion = new TimeBoundCriterion(reader.Read(TimeBoundShape.Within), reader.Read(TimeBoundShape.Longest));
        reader.Finish();
        return criterion;
    }

    /// <summary>Without those that have been reported.</summary>
    private static IReadOnlyList<string> Known(IReadOnlyList<JsonString> required) =>
        required.Select(property => property.Value).Where(CriterionShapes.Requirable.Contains).ToList();
}
