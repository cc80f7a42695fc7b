// Takes the JSON of a ruleset, gives what its author wrote; every unknown, missing or ill-typed property is reported.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Sections.Incentives;
using KpiRules.Sections.Kpis;
using KpiRules.Sections.Plans;
using KpiRules.Sections.Ratings;
using KpiRules.Sections.Scorecard;
using KpiRules.Sections.Smart;
using KpiRules.Sections.Tables;
using KpiRules.Sections.Warnings;
using KpiRules.Source.Json;

namespace KpiRules.Sections;

internal sealed class RulesetReader(DiagnosticBag diagnostics)
{
    private readonly IdRegister _ids = new(diagnostics);

    /// <summary>The definition, or null when the document is not an object; it may be incomplete where faults were reported.</summary>
    public RulesetDefinition? Read(JsonValue root)
    {
        if (root is not JsonObject json)
        {
            diagnostics.Add(RulesetFaults.WrongType(root.Place, "ruleset", new Term("json.object"), root.Type));
            return null;
        }

        var reader = new ObjectReader(json, new Term("what.ruleset"), diagnostics);
        reader.Text("$schema");
        var inputs = new InputDefinitionReader(diagnostics, _ids);
        var smart = new SmartReader(diagnostics).Read(reader.Object("smart"));
        var definition = new RulesetDefinition
        {
            Json = json,
            Id = reader.RequiredText("id")?.Value ?? "",
            Version = reader.RequiredText("version")?.Value ?? "",
            Company = reader.Text("company")?.Value,
            Title = reader.Localized("title"),
            Description = reader.Localized("description"),
            Effective = ReadEffective(reader.Object("effective")),
            Settings = new SettingsReader(diagnostics).Read(reader.Object("settings")),
            Parameters = Entries(reader, "parameters").Select(inputs.ReadParameter).OfType<ParameterDefinition>().ToList(),
            Facts = Entries(reader, "measures").Select(inputs.ReadMeasure)
                .Concat(Entries(reader, "attributes").Select(inputs.ReadAttribute)).OfType<FactEntry>().ToList(),
            Records = new RecordReader(diagnostics, _ids).Read(Entries(reader, "records")),
            Tables = new TableReader(diagnostics, _ids).Read(Entries(reader, "tables")),
            Kpis = new KpiReader(diagnostics, _ids).Read(Entries(reader, "kpis"))
                .Select(kpi => kpi with { Smart = SmartReader.Merge(kpi.Json, kpi.Smart, smart) }).ToList(),
            Scorecard = new ScorecardReader(diagnostics).Read(reader.Object("scorecard")),
            Ratings = new RatingReader(diagnostics, _ids).Read(Entries(reader, "ratings")),
            Warnings = new WarningReader(diagnostics, _ids).Read(Entries(reader, "warnings")),
            Incentives = new IncentiveReader(diagnostics, _ids).Read(Entries(reader, "incentives")),
            Plans = new PlanReader(diagnostics, _ids).Read(Entries(reader, "plans")),
            Tests = new TestReader(diagnostics).Read(reader.Array("tests")),
        };
        reader.Finish();
        _ids.CheckFields();
        PlanTestCheck.Check(definition.Tests, definition.Plans, definition.Json, diagnostics);
        return definition;
    }

    private static IReadOnlyList<JsonMember> Entries(ObjectReader reader, string section) => reader.Object(section)?.Members ?? [];

    private EffectiveRange? ReadEffective(JsonObject? json)
    {
        if (json is null)
            return null;
        var reader = new ObjectReader(json, new Term("what.effective"), diagnostics);
        reader.Required("from");
        var (from, to) = (reader.Date("from"), reader.Date("to"));
        if (to < from)
            diagnostics.Add(RulesetFaults.Reversed(json["to"]!.Place, "from", "to"));
        reader.Finish();
        return from is { } first ? new EffectiveRange(first, to) : null;
    }
}
