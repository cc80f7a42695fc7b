using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>Every link of the documentation leads somewhere inside the repository, and nothing cites a document outside of it.</summary>
public sealed class LinkTests
{
    /// <summary>Documents by which the project was agreed, and which no reader of the repository has.</summary>
    private const string Outside = @"\b(RULESET|DESIGN|STYLE)\.md|section \d+ of the (ruleset )?format|\bthe contract's section";

    public static TheoryData<string> Pages => [.. Files("*.md").Where(file => file != "CHANGELOG.md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLink_LeadsToAPageAndHeadingThereIs(string page) =>
        MarkdownPage.Read(Repository.PathOf(page)).Links.Where(link => !IsAbsolute(link) && !Leads(page, link)).Should().BeEmpty();

    /// <summary>NuGet shows a package's README apart from the repository: a link to a file beside it leads nowhere there.</summary>
    [Fact]
    public void ReadmesOfPackages_HaveAbsoluteLinksOnly()
    {
        foreach (var page in Files("*.md").Where(file => Regex.IsMatch(file, @"^src/[^/]+/README\.md$")))
            MarkdownPage.Read(Repository.PathOf(page)).Links.Should().OnlyContain(link => IsAbsolute(link), page);
    }

    [Fact]
    public void NothingCitesADocumentOutsideTheRepository()
    {
        foreach (var file in Files("*.cs").Concat(Files("*.md")).Concat(Files("*.json")).Concat(Files("*.csproj"))
            .Where(file => !file.StartsWith("tests/KpiRules.Tests/Cases/", StringComparison.Ordinal) && !file.EndsWith("/LinkTests.cs")))
        {
            var found = Regex.Match(File.ReadAllText(Repository.PathOf(file)), Outside);
            found.Success.Should().BeFalse("{0} cites '{1}'", file, found.Value);
        }
    }

    private static bool IsAbsolute(string link) => link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:");

    private static bool Leads(string page, string link)
    {
        var parts = link.Split('#');
        var target = parts[0].Length == 0
            ? Repository.PathOf(page)
            : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Repository.PathOf(page))!, parts[0]));
        return (File.Exists(target) || Directory.Exists(target))
            && (parts.Length == 1 || MarkdownPage.Read(target).Anchors.Contains(Uri.UnescapeDataString(parts[1])));
    }

    /// <summary>Of the repository, by paths with slashes; without what builds and tools leave.</summary>
    private static IEnumerable<string> Files(string pattern) => new[] { "src", "tests", "docs", "rulesets", "benchmarks" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Repository.Root, pattern))
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !Regex.IsMatch(file, "(^|/)(bin|obj|node_modules)/")).Order(StringComparer.Ordinal);
}
