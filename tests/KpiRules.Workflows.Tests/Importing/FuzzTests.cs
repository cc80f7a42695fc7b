using System;
using System.IO;
using System.Linq;
using KpiRules.Tests.Fuzzing;
using KpiRules.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.Workflows.Tests.Importing;

/// <summary>Whatever a file of workflows holds ends in a ruleset that can be read or in a fault with a place.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Longest = 10_000;

    [Fact]
    public void Workflows()
    {
        var files = new[] { "Workflows", "Invalid" }.SelectMany(folder => Files([.. ImportedRulesets.Folder, folder]))
            .Concat(Files("tests", "KpiRules.Workflows.Tests", "Exporting", "Golden"));
        new FuzzRun("workflow", files.Where(text => text.Length is > 0 and < Longest).ToList(), output).Run(0.1, (text, random) =>
        {
            var imported = RulesEngineImport.Read(text);
            if (imported.Ruleset is not null)
                _ = ImportedRulesets.Policy(imported);
            else if (imported.Diagnostics.Count == 0)
                throw new InvalidOperationException("neither a ruleset nor a fault");
            return imported.Diagnostics;
        });
    }

    private static string[] Files(params string[] folder) =>
        Directory.GetFiles(Repository.PathOf(folder), "*.json")
            .OrderBy(file => file, StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
}
