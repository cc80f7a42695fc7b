// What the tests of the import share: the files, and a ruleset that must be readable whatever it was made of.
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Tests.Support;
using KpiRules.Workflows.Importing;

namespace KpiRules.Workflows.Tests.Importing;

internal static class ImportedRulesets
{
    public static readonly string[] Folder = ["tests", "KpiRules.Workflows.Tests", "Importing"];

    public static string[] Names(string folder) => Directory.GetFiles(Repository.PathOf([.. Folder, folder]), "*.json")
        .Select(file => Path.GetFileNameWithoutExtension(file)!).OrderBy(name => name, System.StringComparer.Ordinal).ToArray();

    public static RulesEngineImportResult Import(string folder, string name) =>
        RulesEngineImport.Read(File.ReadAllText(Repository.PathOf([.. Folder, folder, name + ".json"])), name + ".json");

    /// <summary>The policy of an imported ruleset, which has no error whatever could not be imported.</summary>
    public static Policy Policy(RulesEngineImportResult imported)
    {
        var read = KpiRules.Policy.Read(imported.Ruleset!, "imported.json");
        read.Diagnostics.Where(diagnostic => diagnostic.Severity == Diagnostics.DiagnosticSeverity.Error)
            .Select(diagnostic => diagnostic.Print("en")).Should().BeEmpty("an imported ruleset can be read:\n{0}", imported.Ruleset);
        return read.Policy!;
    }

    public static string Printed(RulesEngineImportResult imported, string language) =>
        string.Concat(imported.Diagnostics.Select(diagnostic => diagnostic.Print(language) + "\n"));

    /// <summary>A workflow with one rule.</summary>
    public static string Workflow(string expression) =>
        $$"""[ { "WorkflowName": "w", "Rules": [ { "RuleName": "r", "Expression": {{Newtonsoft.Json.JsonConvert.ToString(expression)}} } ] } ]""";
}
