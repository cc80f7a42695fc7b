// Takes the JSON of a ruleset, gives what its author wrote; every unknown, missing or ill-typed property is reported.
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Rulesets.Shapes;
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

        var reader = new ObjectReader(json, RulesetShape.Shape, diagnostics);
        reader.Read(RulesetShape.Schema);
        var inputs = new InputDefinitionReader(diagnostics, _ids);
        var smart = SmartReader.Read(reader.Read(RulesetShape.Smart));
        var definition = new RulesetDefinition
        {
            Json = json,
            Id = reader.Read(RulesetShape.Id)?.Value ?? "",
            Version = reader.Read(RulesetShape.Version)?.Value ?? "",
            Company = reader.Read(RulesetShape.Company)?.Value,
            Title = reader.Read(Naming.Title),
            Description = reader.Read(Naming.Description),
            Effective = ReadEffective(reader.Read(RulesetShape.Effective)),
            Settings = SettingsReader.Read(reader.Read(RulesetShape.Settings)),
            Parameters = reader.ReadAll(RulesetShape.Parameters).Select(inputs.ReadParameter).OfType<ParameterDefinition>().ToList(),
            Facts = reader.ReadAll(RulesetShape.Measures).Select(inputs.ReadMeasure)
                .Concat(reader.ReadAll(RulesetShape.Attributes).Select(inputs.ReadAttribute)).OfType<FactEntry>().ToList(),
            Records = new RecordReader(_ids).Read(reader.ReadAll(RulesetShape.Records)),
            Tables = new TableReader(diagnostics, _ids).Read(reader.ReadAll(RulesetShape.Tables)),
            Kpis = new KpiReader(diagnostics, _ids).Read(reader.ReadAll(RulesetShape.Kpis))
                .Select(kpi => kpi with { Smart = SmartReader.Merge(kpi.Json, kpi.Smart, smart) }).ToList(),
            Scorecard = new ScorecardReader(diagnostics).Read(reader.Read(RulesetShape.Scorecard)),
            Ratings = new RatingReader(diagnostics, _ids).Read(reader.ReadAll(RulesetShape.Ratings)),
            Warnings = new WarningReader(diagnostics, _ids).Read(reader.ReadAll(RulesetShape.Warnings)),
            Incentives = new IncentiveReader(diagnostics, _ids).Read(reader.ReadAll(RulesetShape.Incentives)),
            Plans = new PlanReader(diagnostics, _ids).Read(reader.ReadAll(RulesetShape.Plans)),
            Waivers = Waiver.Read(reader.ReadAll(RulesetShape.Lint), diagnostics),
            Tests = new TestReader(diagnostics).Read(reader.ReadAll(RulesetShape.Tests)),
        };
        reader.Finish();
        _ids.CheckFields();
        PlanTestCheck.Check(definition.Tests, definition.Plans, definition.Json, diagnostics);
        return definition;
    }

    private EffectiveRange? ReadEffective(ObjectReader? reader)
    {
        if (reader is null)
            return null;
        var (from, to) = (reader.Read(EffectiveShape.From), reader.Read(EffectiveShape.To));
        if (to < from)
            diagnostics.Add(RulesetFaults.Reversed(reader.Written(EffectiveShape.To)!.Place, "from", "to"));
        reader.Finish();
        return from is { } first ? new EffectiveRange(first, to) : null;
    }
}
