using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Linting;

/// <summary>Nothing is doubtful in what we show as examples, but for what is known of them.</summary>
public sealed class ExampleTests
{
    /// <summary>Cases may not be changed, and show some of this on purpose.</summary>
    private static readonly string[] Known =
    [
        // a rate with a target of 90, to show what that does
        "01-kpis-of-a-store.json: KPI8010 kpis.试驾满意率.target",
        // a result that only the case itself looks at
        "03-scores.json: KPI8032 kpis.总分",
        // measures without which there would be no facts, or that only stand there
        "19-case-and-values.json: KPI8033 measures.目标额", "20-calendar.json: KPI8033 measures.额",
        // units that the formulas do not have
        "22-targets-of-records.json: KPI4008 kpis.累计率.formula", "22-targets-of-records.json: KPI4008 kpis.数.formula",
        // how a negative line is released
        "24-release.json: KPI8022 incentives.提成.release[1].when", "24-release.json: KPI8022 incentives.单提.release[1].when",
        "24-release.json: KPI8022 incentives.罚.release[2].when",
    ];

    [Fact]
    public void ExamplesAndCases_HaveNoFindings()
    {
        var files = Directory.GetFiles(Repository.PathOf("rulesets"), "ruleset.json", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Repository.PathOf("tests", "KpiRules.Tests", "Cases"), "*.json"));
        var found = files.SelectMany(file => Policy.ReadFile(file) is var read
            ? read.Diagnostics.Concat(read.Findings).Select(finding => $"{Path.GetFileName(file)}: {finding.Code} {finding.Path}")
            : []);
        found.Should().BeEquivalentTo(Known);
    }
}
