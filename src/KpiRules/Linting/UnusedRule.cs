// What is declared and has no effect: facts, parameters, lists and tables that nothing names, and KPIs that count for nothing.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Functions;
using KpiRules.Sections.Kpis;
using KpiRules.Source.Json;

namespace KpiRules.Linting;

internal sealed class UnusedRule : LintRule
{
    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset)
    {
        var definition = ruleset.Definition;
        var mentioned = MentionedNames.In(definition.Json, section: "tests");
        if (mentioned.Any(name => string.Equals(name, PeopleFunctions.Reports.Name, StringComparison.OrdinalIgnoreCase)))
            mentioned.Add(PeopleFunctions.ManagerAttribute);
        var declared = definition.Parameters.Select(parameter => parameter.Name)
            .Concat(definition.Facts.Select(fact => fact.Name))
            .Concat(Names("records", definition.Json)).Concat(Names("tables", definition.Json));
        var unused = declared.Where(name => !mentioned.Contains(name.Value)).Select(name => LintFaults.Unused(name.Place, name.Value));
        var idle = definition.Kpis.Where(kpi => !Counts(kpi) && !mentioned.Contains(kpi.Name.Value)).ToList();
        var half = definition.Kpis.Any(kpi => kpi.Weight is not null)
            ? definition.Kpis.Where(IsHalfWeighted)
                .Select(kpi => LintFaults.WithoutWeight(kpi.Weight?.Json.Place ?? kpi.Name.Place, kpi.Name.Value))
            : [];
        // of several that are only shown, each is meant to be
        return idle.Count == 1 && (definition.Kpis.Any(Counts) || definition.Incentives.Count + definition.Warnings.Count > 0)
            ? unused.Concat(half).Append(LintFaults.CountsForNothing(idle[0].Name.Place, idle[0].Name.Value))
            : unused.Concat(half);
    }

    private static bool Counts(KpiDefinition kpi) =>
        kpi.Weight is not null || kpi.Target is not null || kpi.TargetGiven is not null || kpi.Score is not null;

    /// <summary>Made ready for the scorecard, and left out of it.</summary>
    private static bool IsHalfWeighted(KpiDefinition kpi) =>
        kpi.Weight is { Constant: 0 } || (kpi.Weight is null && (kpi.Perspective is not null || kpi.Score is not null));

    private static IEnumerable<JsonString> Names(string section, JsonObject ruleset) =>
        ((ruleset[section] as JsonObject)?.Members ?? []).Select(member => member.Name);
}
