using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>A section a release, and the packages' version is that of the latest one or of the one to come.</summary>
public sealed class ChangelogTests
{
    private static readonly string[] Lines = File.ReadAllLines(Repository.PathOf("CHANGELOG.md"));

    [Fact]
    public void Sections_AreReleasesFromTheLatestOn()
    {
        var headings = Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        headings[0].Should().Be("## Unreleased");
        headings.Skip(1).Where(heading => !Regex.IsMatch(heading, @"^## \d+\.\d+\.\d+ \(\d{4}-\d{2}-\d{2}\)$")).Should().BeEmpty();
        Releases().Should().BeInDescendingOrder().And.OnlyHaveUniqueItems();
    }

    [Fact]
    public void Changes_StandUnderWhatTheyAre() =>
        Lines.Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]).Should()
            .BeSubsetOf(["Numbers", "Added", "Changed", "Removed", "Fixed", "Security"]);

    [Fact]
    public void ThePackagesVersion_IsNotBehindTheLatestRelease() =>
        Version.Parse(XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("Version").Single().Value)
            .Should().BeGreaterThanOrEqualTo(Releases().FirstOrDefault() ?? new Version(0, 0, 0));

    private static Version[] Releases() => Lines
        .Select(line => Regex.Match(line, @"^## (\d+\.\d+\.\d+) "))
        .Where(match => match.Success).Select(match => Version.Parse(match.Groups[1].Value)).ToArray();
}
