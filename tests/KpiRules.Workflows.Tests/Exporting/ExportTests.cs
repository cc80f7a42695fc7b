using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Workflows.Tests.Exporting;

/// <summary>The whole text of every exported ruleset, so that a build without the package guards it.</summary>
public sealed class ExportTests
{
    public static TheoryData<string> Names => ExportedRulesets.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void IsTheTextApproved(string name)
    {
        var workflow = RulesEngineExport.Write(Policy.Load(ExportedRulesets.Files[name]));
        Golden.Matches(workflow.Json, "tests", "KpiRules.Workflows.Tests", "Exporting", "Golden", name + ".json");
    }
}
