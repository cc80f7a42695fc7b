// The rulesets that are exported: every case, and both examples.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Workflows.Tests;

internal static class ExportedRulesets
{
    public static TheoryData<string> Names => new(Files.Keys.Order());

    public static Dictionary<string, string> Files { get; } = Directory.GetFiles(
        Repository.PathOf("tests", "KpiRules.Tests", "Cases"), "*.json")
        .Append(Repository.PathOf("rulesets", "retail-store", "ruleset.json"))
        .Append(Repository.PathOf("rulesets", "adventure-works", "ruleset.json"))
        .ToDictionary(
            file => Path.GetFileName(file) == "ruleset.json" ? new FileInfo(file).Directory!.Name : Path.GetFileNameWithoutExtension(file));
}
