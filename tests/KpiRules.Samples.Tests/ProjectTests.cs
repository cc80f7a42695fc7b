using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Samples.Tests;

/// <summary>A sample is something that a reader copies.</summary>
public sealed class ProjectTests
{
    private const int MostLines = 150;

    public static TheoryData<string> Samples => [.. Sample.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void ASample_IsToldOnAPage_AndShort(string name)
    {
        var sample = new Sample(name);
        File.ReadAllLines(Path.Combine(sample.Folder, "README.md")).Length.Should().BeInRange(10, 60);
        foreach (var file in sample.Code)
            File.ReadAllLines(file).Length.Should().BeLessThanOrEqualTo(MostLines, file);
    }

    /// <summary>So that a copy outside of the repository finds what is said there.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void ASample_ReferencesThisReleasesPackages(string name)
    {
        var release = Regex.Match(File.ReadAllText(Repository.PathOf("Directory.Build.props")), "<Version>(.+?)</Version>");
        var own = Regex.Matches(new Sample(name).Project, "<PackageReference Include=\"KpiRules[^\"]*\" Version=\"(.+?)\"");
        own.Should().NotBeEmpty();
        own.Select(one => one.Groups[1].Value).Should().OnlyContain(version => version == release.Groups[1].Value);
        new Sample(name).Project.Should().NotContain("ProjectReference");
    }

    [Fact]
    public void TheList_HasEverySample() =>
        Regex.Matches(File.ReadAllText(Repository.PathOf("samples", "README.md")), @"\]\((\w+)/README\.md\)")
            .Select(link => link.Groups[1].Value).Should().BeEquivalentTo(Sample.All.Select(sample => sample.Name));
}
