using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>
/// Every package has what a host looks for: who made it, what it is for, its documentation, and its sources while debugging.
/// </summary>
[Collection(nameof(PackedPackages))]
public sealed class PackageTests(PackedPackages packages)
{
    [PackagesFact]
    public void EachPackage_SaysWhatItIs()
    {
        foreach (var project in SourceProject.All)
        {
            using var package = Open(project, "nupkg");
            var elements = XDocument.Parse(Read(package, project.Name + ".nuspec")).Descendants().ToList();
            var values = elements.ToLookup(element => element.Name.LocalName, element => element.Value);
            values["id"].Should().Equal(project.Name);
            values["license"].Should().Equal("MIT");
            values["readme"].Should().Equal("README.md");
            values["authors"].Should().ContainSingle();
            values["description"].Single().Length.Should().BeInRange(40, 400, "{0} has a description", project.Name);
            values["tags"].Single().Should().Contain("kpi");
            var repository = elements.Single(element => element.Name.LocalName == "repository");
            repository.Attribute("type")!.Value.Should().Be("git");
            repository.Attribute("url")!.Value.Should().Be(PackedPackages.PublicHost);
            repository.Attribute("commit")!.Value.Should().HaveLength(40);
        }
    }

    /// <summary>They use internals of one another.</summary>
    [PackagesFact]
    public void EachPackage_NeedsExactlyItsOwnReleaseOfTheOthers()
    {
        var needed = new List<string>();
        foreach (var project in SourceProject.All)
        {
            using var package = Open(project, "nupkg");
            var dependencies = XDocument.Parse(Read(package, project.Name + ".nuspec"))
                .Descendants().Where(element => element.Name.LocalName == "dependency")
                .Where(dependency => dependency.Attribute("id")!.Value.StartsWith("KpiRules", StringComparison.Ordinal)).ToList();
            dependencies.Should().NotContain(
                dependency => dependency.Attribute("version")!.Value != $"[{packages.Version}]", "{0} is of one release", project.Name);
            needed.AddRange(dependencies.Select(dependency => dependency.Attribute("id")!.Value));
        }

        needed.Distinct().Should().BeEquivalentTo("KpiRules", "KpiRules.Hosting", "KpiRules.Workflows");
    }

    [PackagesFact]
    public void TheReadmesCommand_PacksEveryPackage_AndNothingElse() =>
        Directory.GetFiles(packages.Packages).Select(file => Path.GetFileName(file)!).Should().BeEquivalentTo(
            SourceProject.All.SelectMany(
                project => new[] { $"{project.Name}.{packages.Version}.nupkg", $"{project.Name}.{packages.Version}.snupkg" }));

    [PackagesFact]
    public void EachLibrary_HasReadmeDocumentationSymbolsAndSourceLink()
    {
        foreach (var project in SourceProject.Libraries)
        {
            using var package = Open(project, "nupkg");
            using var symbols = Open(project, "snupkg");
            Read(package, "README.md").Should().StartWith("# KpiRules");
            Files(package, "lib/").Should().BeEquivalentTo(project.Targets.SelectMany(
                target => new[] { $"lib/{target}/{project.Name}.dll", $"lib/{target}/{project.Name}.xml" }));
            foreach (var target in project.Targets)
            {
                Read(package, $"lib/{target}/{project.Name}.xml").Should().Contain("<summary>");
                Read(symbols, $"lib/{target}/{project.Name}.pdb")
                    .Contains("\"/_/*\":\"https://raw.githubusercontent.com/example/kpirules/", StringComparison.Ordinal)
                    .Should().BeTrue("a debugger finds the sources of {0}", project.Name);
            }
        }
    }

    [PackagesFact]
    public void NoPackage_HasPathsOfTheMachineItWasBuiltOn()
    {
        foreach (var file in Directory.GetFiles(packages.Packages))
        {
            using var package = ZipFile.OpenRead(file);
            foreach (var entry in package.Entries.Where(
                entry => Path.GetFileName(entry.Name).StartsWith("KpiRules", StringComparison.Ordinal)))
                Read(package, entry.FullName).Contains(Repository.Root + "/", StringComparison.Ordinal)
                    .Should().BeFalse("{0} of {1} can be built anywhere", entry.FullName, Path.GetFileName(file));
        }
    }

    private ZipArchive Open(SourceProject project, string kind) =>
        ZipFile.OpenRead(Path.Combine(packages.Packages, $"{project.Name}.{packages.Version}.{kind}"));

    private static string[] Files(ZipArchive package, string folder) =>
        package.Entries.Select(entry => entry.FullName).Where(name => name.StartsWith(folder, StringComparison.Ordinal)).ToArray();

    private static string Read(ZipArchive package, string name)
    {
        using var reader = new StreamReader(package.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
