// Takes a ruleset and its cells, gives what a policy has: who it is, what it reads, and what it gives.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Planning;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Sections;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules;

/// <summary>All of a policy but its evaluation, whichever engine works it out; <see cref="Policy"/> says what each member means.</summary>
internal sealed class PolicyDescription
{
    public PolicyDescription(RulesetDefinition ruleset, CellSheet sheet, IReadOnlyList<Diagnostic> diagnostics)
    {
        (Id, Version, Company) = (ruleset.Id, ruleset.Version, ruleset.Company);
        (Title, Description) = (ruleset.Title, ruleset.Description);
        (Sheet, Settings, Tests, Diagnostics) = (sheet, ruleset.Settings, ruleset.Tests, diagnostics);
        EffectiveFrom = ruleset.Effective is { } effective ? DayNumber.ToDate(effective.From) : null;
        EffectiveTo = ruleset.Effective?.To is { } to ? DayNumber.ToDate(to) : null;
        ContentHash = CanonicalJson.Hash(ruleset.Json);
        Json = ruleset.Json;
        Parameters = ruleset.Parameters
            .Select(parameter => new ParameterDescription(parameter.Name.Value, parameter.Value, parameter.Unit.Text))
            .ToList().AsReadOnly();
        Facts = sheet.Facts.ToList().AsReadOnly();
        Records = sheet.Records.ToList().AsReadOnly();
        Tables = sheet.Tables.Select(table => table.Definition).ToList().AsReadOnly();
        Results = sheet.Cells
            .Where(cell => !cell.IsInternal)
            .Select(cell => new CellDescription(cell.Name, cell.Kind, cell.Unit.Text, cell.OfRunningPeriod))
            .ToList().AsReadOnly();
        LooksAtOthers = sheet.PopulationUses.Select(use => new PopulationUse(use.Cell, use.Function)).ToList().AsReadOnly();
        var units = Results.ToDictionary(cell => cell.Name, cell => cell.Unit);
        Kpis = ruleset.Kpis.Select(kpi => new KpiDescription(kpi, units[kpi.Name.Value], ruleset.Effective)).ToList().AsReadOnly();
        Ratings = ruleset.Ratings
            .Select(rating => new RatingDescription(
                rating.Name.Value, rating.Title, rating.Description, rating.Among?.Value,
                rating.Grades.Select(grade => grade.Grade.Value).ToList().AsReadOnly()))
            .ToList().AsReadOnly();
        Incentives = ruleset.Incentives
            .Select(line => new IncentiveDescription(
                line.Name.Value, line.Title, line.Description, line.Kind, PartsOf(line.Name.Value, sheet)))
            .ToList().AsReadOnly();
        var parameters = ruleset.Parameters.ToDictionary(parameter => parameter.Name.Value);
        Warnings = ruleset.Warnings.Select(warning => new WarningDescription(warning, parameters, Settings)).ToList().AsReadOnly();
        Programs = PlanProgram.Of(ruleset.Plans, sheet, Settings);
        Plans = Programs.Select(plan => plan.Description).ToList().AsReadOnly();
        (VersionPlace, EffectivePlace) = (PlaceOf(ruleset.Json, "version"), PlaceOf(ruleset.Json, "effective"));
        Stamp = new RulesetStamp(
            Id, Version, ContentHash, Title, Settings.Currency, Kpis, Ratings, Incentives, Warnings, Results, Settings.MoneyDecimals,
            Settings.MissingIsZero);
    }

    public string Id { get; }

    public string Version { get; }

    public string? Company { get; }

    public LocalizedText? Title { get; }

    public LocalizedText? Description { get; }

    public DateTime? EffectiveFrom { get; }

    public DateTime? EffectiveTo { get; }

    public string ContentHash { get; }

    public SettingsDefinition Settings { get; }

    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The ruleset, merged with what it extends.</summary>
    public JsonObject Json { get; }

    public IReadOnlyList<ParameterDescription> Parameters { get; }

    public IReadOnlyList<FactDefinition> Facts { get; }

    public IReadOnlyList<RecordDefinition> Records { get; }

    public IReadOnlyList<TableDefinition> Tables { get; }

    public IReadOnlyList<KpiDescription> Kpis { get; }

    public IReadOnlyList<RatingDescription> Ratings { get; }

    public IReadOnlyList<IncentiveDescription> Incentives { get; }

    public IReadOnlyList<WarningDescription> Warnings { get; }

    public IReadOnlyList<PlanDescription> Plans { get; }

    public IReadOnlyList<CellDescription> Results { get; }

    public IReadOnlyList<PopulationUse> LooksAtOthers { get; }

    public CellSheet Sheet { get; }

    public IReadOnlyList<TestDefinition> Tests { get; }

    public SourcePlace VersionPlace { get; }

    public SourcePlace EffectivePlace { get; }

    /// <summary>The plans, made ready to be worked out.</summary>
    public IReadOnlyList<PlanProgram> Programs { get; }

    /// <summary>What every result says of the policy it came from.</summary>
    public RulesetStamp Stamp { get; }

    private static IReadOnlyList<ReleasePartDescription> PartsOf(string line, CellSheet sheet) =>
        (sheet.Releases.FirstOrDefault(release => release.Line == line)?.Parts ?? [])
        .Select(part => new ReleasePartDescription(part.Share.Value, part.After, part.Condition, part.Until))
        .ToList().AsReadOnly();

    private static SourcePlace PlaceOf(JsonObject json, string property) =>
        json[property]?.Place is { } place && place.Source == json.Place.Source ? place : json.Place;
}
