// Reads the plans of a ruleset, and reports what does not go together.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Sections.Schedules;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Plans;

internal sealed class PlanReader(DiagnosticBag diagnostics, IdRegister ids)
{
    private static readonly Term What = new("what.plan");

    /// <summary>What a KPI has under its own name already, or may have.</summary>
    private static readonly string[] PartsOfKpi =
        ["target", "attainment", "gap", "score", "status", "expected", "pace", "forecast", "required", "smart", "weight", "appliesTo"];

    /// <summary>What is done about what closed periods fell short of.</summary>
    private enum Shortfall
    {
        None,
        Spread,
    }

    public IReadOnlyList<PlanDefinition> Read(IReadOnlyList<JsonMember> members) => members.Select(Read).OfType<PlanDefinition>().ToList();

    private PlanDefinition? Read(JsonMember member)
    {
        var isNew = ids.Register(member.Name);
        if (ObjectReader.Of(member, What, diagnostics) is not { } reader)
            return null;
        var kpi = reader.RequiredText("kpi");
        reader.Required("total");
        var periods = new PlanPeriodReader(reader, diagnostics);
        var range = periods.ReadRange();
        var (sharing, weights) = periods.ReadWeights(range);
        var plan = new PlanDefinition
        {
            Name = member.Name,
            IsIdTaken = !isNew,
            Title = reader.Localized("title"),
            Description = reader.Localized("description"),
            Kpi = kpi,
            Total = reader.NumberLike("total"),
            Periods = range,
            Groups = ReadGroups(reader),
            Weights = IsEven(reader) ? null : reader.NumberLike("weights"),
            Sharing = sharing,
            PeriodWeights = weights,
            RoundTo = reader.Number("roundTo") is { } roundTo && IsPositive(roundTo, "roundTo") ? roundTo.Value : null,
            Spreads = reader.OneOf<Shortfall>("shortfall") == Shortfall.Spread,
            Stretch = ReadStretch(reader.Object("stretch"), kpi),
        };
        if (plan.Total?.Json is JsonNumber { Value: < 0 } negative)
            diagnostics.Add(RulesetFaults.Negative(negative.Place, "total", negative.Value));
        reader.Finish();
        return plan;
    }

    /// <summary>Whether the weights are the word that says so, in whatever case it was typed; one in the wrong case is reported.</summary>
    private static bool IsEven(ObjectReader reader)
    {
        if (reader.Take("weights") is not JsonString text || !string.Equals(text.Value, "even", System.StringComparison.OrdinalIgnoreCase))
            return reader.Json["weights"] is null;
        if (text.Value != "even")
            reader.ReportNotOneOf(text, "weights", ["even"]);
        return true;
    }

    private IReadOnlyList<JsonString> ReadGroups(ObjectReader reader)
    {
        if (reader.Array("down") is not { } down)
            return [];
        var levels = down.Items.Select(item => reader.As<JsonString>(item, null, "json.text")).OfType<JsonString>().ToList();
        foreach (var twice in levels.Where((level, i) => levels.FindIndex(other => other.Value == level.Value) < i))
            diagnostics.Add(PlanFaults.LevelTwice(twice.Place, twice.Value));
        if (levels.Count == down.Items.Count && levels.LastOrDefault() is var last && last?.Value != PlanDefinition.SubjectLevel)
        {
            var meant = ClosestName.Find(last?.Value ?? "", [PlanDefinition.SubjectLevel]);
            diagnostics.Add(PlanFaults.NotDownToSubjects((last ?? (JsonValue)down).Place, () => meant));
            // a misspelt subject is one fault, not a missing attribute too
            if (meant is not null)
                levels.RemoveAt(levels.Count - 1);
        }

        return levels.Where(level => level.Value != PlanDefinition.SubjectLevel).ToList();
    }

    private IReadOnlyList<StretchDefinition> ReadStretch(JsonObject? json, JsonString? kpi)
    {
        var stretch = new List<StretchDefinition>();
        foreach (var (name, value) in (json?.Members ?? []).Select(member => (member.Name, member.Value)))
        {
            var isName = ids.CheckName(name);
            if (isName && PartsOfKpi.Contains(name.Value, System.StringComparer.OrdinalIgnoreCase))
                diagnostics.Add(PlanFaults.StretchTaken(name.Place, name.Value, kpi?.Value ?? "kpi"));
            else if (value is not (JsonNumber or JsonString))
                diagnostics.Add(RulesetFaults.WrongType(value.Place, name.Value, new Term("json.factor"), value.Type));
            else if ((value is not JsonNumber factor || IsPositive(factor, name.Value)) && isName)
                stretch.Add(new StretchDefinition(name, new NumberDefinition(value)));
        }

        return stretch;
    }

    private bool IsPositive(JsonNumber number, string property)
    {
        if (number.Value <= 0)
            diagnostics.Add(RulesetFaults.NotPositive(number.Place, property, number.Value));
        return number.Value > 0;
    }
}
