// Which namespace may use which others of its assembly, each line above all it uses: the lowest first, the front door last.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Packages.Tests.Rooms;

internal static class RoomTable
{
    /// <summary>The namespace that bears the assembly's name.</summary>
    private const string Root = ".";

    /// <summary>Code whose namespace is not its folder's: extensions stand where hosts look for them, and an entry in none.</summary>
    public static readonly string[] Elsewhere =
    [
        "KpiRules/Compatibility/NetStandard.cs", "KpiRules.Hosting/KpiRulesServices.cs", "KpiRules.RulesEngine/RulesEngineServices.cs",
        "KpiRules.AspNetCore/KpiRulesEndpoints.cs", "KpiRules.Cli/Program.cs",
    ];

    /// <summary>What every section of a ruleset may use: it is read, lowered into cells, and evaluated by nodes of its own.</summary>
    private const string Section =
        "Source Source.Json Diagnostics Facts Rulesets.Shapes Rulesets Kernel Cells Evaluation.Frames "
        + "Evaluation.Nodes";

    public static readonly IReadOnlyList<(string Room, string[] MayUse)> Lines =
    [
        .. Of(
            "KpiRules",
            ("Source", ""),
            ("Diagnostics", "Source"),
            ("Source.Json", "Source Diagnostics"),
            ("Facts", "Source Source.Json Diagnostics"),
            ("Rulesets.Shapes", "Source Source.Json Diagnostics Facts"),
            ("Rulesets", "Source Source.Json Diagnostics Facts Rulesets.Shapes"),
            ("Rulesets.Schemas", "Facts Rulesets.Shapes Rulesets"),
            ("Linq", "Facts"),
            ("Lookup", "Source Diagnostics Facts"),
            ("Kernel", "Source Source.Json Diagnostics Facts Lookup Linq"),
            ("Evaluation.Numbers", "Source Facts"),
            ("Functions", "Diagnostics Facts Lookup Linq Kernel Evaluation.Numbers"),
            ("Formulas", "Source Diagnostics Facts Lookup Kernel Functions"),
            ("Evaluation.Frames", "Facts Lookup Rulesets Kernel"),
            ("Evaluation.Nodes", "Facts Lookup Kernel Evaluation.Numbers Evaluation.Frames"),
            ("Analysis", "Facts Lookup Kernel"),
            (
                "Cells",
                "Source Source.Json Diagnostics Facts Lookup Rulesets Kernel Functions Formulas Evaluation.Frames Evaluation.Nodes"),
            ("Sections.Tables", "Source Source.Json Diagnostics Facts Lookup Rulesets.Shapes Rulesets"),
            ("Sections.Schedules", Section + " Functions"),
            ("Sections.Smart", Section + " Sections.Schedules"),
            ("Sections.Kpis", Section + " Functions Sections.Schedules Sections.Smart"),
            ("Sections.Scorecard", Section + " Sections.Schedules Sections.Kpis"),
            ("Sections.Ratings", Section + " Sections.Schedules Sections.Scorecard"),
            ("Sections.Warnings", Section + " Formulas Analysis"),
            ("Sections.Incentives.Releases", Section + " Functions Evaluation.Numbers"),
            ("Sections.Incentives", Section + " Functions Sections.Schedules Sections.Incentives.Releases"),
            ("Sections.Plans", Section + " Sections.Schedules Sections.Kpis"),
            (
                "Sections",
                "Source Source.Json Diagnostics Facts Lookup Rulesets.Shapes Rulesets Kernel Cells Sections.Tables Sections.Schedules "
                    + "Sections.Smart Sections.Kpis Sections.Scorecard Sections.Ratings Sections.Warnings Sections.Incentives "
                    + "Sections.Incentives.Releases Sections.Plans"),
            (
                "Evaluation",
                "Diagnostics Facts Lookup Rulesets Kernel Functions Cells Evaluation.Numbers Evaluation.Frames Evaluation.Nodes"
                    + " Sections.Schedules Sections.Kpis Sections.Scorecard"),
            (
                "Results",
                "Source Source.Json Diagnostics Facts Rulesets Kernel Cells Evaluation.Frames Evaluation Sections.Schedules Sections.Smart"
                    + " Sections.Kpis Sections.Warnings Sections.Incentives"),
            (
                "Explanations",
                "Facts Rulesets Kernel Cells Evaluation.Frames Evaluation Results Sections.Schedules Sections.Warnings"
                    + " Sections.Incentives"),
            (
                "Planning",
                "Source.Json Diagnostics Facts Rulesets Kernel Cells Evaluation.Numbers Evaluation.Frames Evaluation Results Explanations"
                    + " Sections.Schedules Sections.Plans"),
            ("FollowingUp", "Source Source.Json Diagnostics Facts Rulesets Results Sections.Warnings"),
            (
                "Linting",
                "Source Source.Json Diagnostics Facts Lookup Rulesets Kernel Functions Analysis Cells Sections"
                    + " Sections.Schedules Sections.Kpis Sections.Scorecard Sections.Warnings"
                    + " Sections.Incentives Sections.Incentives.Releases Sections.Plans"),
            (
                Root,
                "Source Source.Json Diagnostics Facts Lookup Rulesets.Shapes Rulesets Rulesets.Schemas Cells Evaluation.Frames Evaluation"
                    + " Results Explanations Planning Sections Sections.Kpis Sections.Ratings Sections.Warnings Sections.Incentives"
                    + " Sections.Plans Linting"),
            ("Statements", "Diagnostics Facts Rulesets Results"),
            ("Reading", "Source Source.Json Diagnostics Facts Lookup ."),
            ("Mapping", "Diagnostics Facts Rulesets Results Reading ."),
            ("Testing", "Source Source.Json Diagnostics Facts Rulesets Results Planning ."),
            (
                "Comparing",
                "Source Source.Json Diagnostics Facts Lookup Rulesets.Shapes Rulesets Kernel Formulas Cells Evaluation.Frames Evaluation"
                    + " Results Sections Sections.Incentives Sections.Smart ."),
            ("Reconciling", "Source Source.Json Diagnostics Facts Rulesets Results Comparing .")),
        .. Of(
            "KpiRules.Hosting",
            ("Sources", ""),
            (Root, "Sources"),
            ("Observation", ""),
            ("Policies", ""),
            ("Reload", "Sources . Observation Policies"),
            ("Catalogue", "Sources . Observation Policies Reload"),
            ("Evaluation", ". Observation Policies Catalogue")),
        .. Of(
            "KpiRules.Workflows",
            ("Exporting", ""),
            ("Importing", ""),
            (Root, "Exporting Importing")),
        .. Of("KpiRules.RulesEngine", (Root, "")),
        // compiled into each program that shows results as JSON, or writes files
        .. Of("KpiRules.Json", (Root, "")),
        .. Of("KpiRules.Files", (Root, "")),
        // compiled into each program that takes globs
        .. Of("KpiRules.Globs", (Root, "")),
        .. Of("KpiRules.Xunit", (Root, "KpiRules.Globs")),
        .. Of(
            "KpiRules.AspNetCore",
            (Root, ""),
            ("Memory", ""),
            ("Responses", "KpiRules.Json"),
            ("Problems", "Responses"),
            ("Requests", ". Memory Responses Problems"),
            ("Endpoints", "KpiRules.Json . Memory Responses Problems Requests")),
        .. Of(
            "KpiRules.Cli",
            ("Csv", ""),
            // the measures of words are the library's, compiled in
            ("Reports", "KpiRules.Diagnostics"),
            ("Formatting", "KpiRules.Diagnostics"),
            (Root, "KpiRules.Json KpiRules.Files KpiRules.Globs KpiRules.Diagnostics Csv Reports Formatting")),
        (
            "Microsoft.AspNetCore.Builder",
            [
                "KpiRules.AspNetCore", "KpiRules.AspNetCore.Problems", "KpiRules.AspNetCore.Requests", "KpiRules.AspNetCore.Endpoints",
            ]),
        (
            "Microsoft.Extensions.DependencyInjection",
            [
                "KpiRules.Hosting", "KpiRules.Hosting.Sources", "KpiRules.Hosting.Observation", "KpiRules.Hosting.Reload",
                "KpiRules.Hosting.Catalogue", "KpiRules.Hosting.Evaluation", "KpiRules.RulesEngine",
            ]),
    ];

    private static IEnumerable<(string Room, string[] MayUse)> Of(string assembly, params (string Room, string MayUse)[] rooms) =>
        rooms.Select(line => (
            Full(assembly, line.Room),
            line.MayUse.Split(' ').Where(used => used.Length > 0).Select(used => Full(assembly, used)).ToArray()));

    private static string Full(string assembly, string room) => room == Root ? assembly
        : room.StartsWith("KpiRules.", System.StringComparison.Ordinal) ? room
        : $"{assembly}.{room}";
}
