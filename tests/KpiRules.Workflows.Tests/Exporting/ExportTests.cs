using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.RulesEngine.Tests.Exporting;

/// <summary>The whole text of every exported ruleset, so that a build without the package guards it.</summary>
public sealed class ExportTests
{
    public static TheoryData<string> Names => Rulesets.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void IsTheTextApproved(string name)
    {
        var workflow = RulesEngineExport.Write(Policy.Load(Rulesets.Files[name]));
        Golden.Matches(workflow.Json, "tests", "KpiRules.RulesEngine.Tests", "Exporting", "Golden", name + ".json");
    }
}
