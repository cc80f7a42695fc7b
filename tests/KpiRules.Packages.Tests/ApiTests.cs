using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using KpiRules.Tests.Support;
using PublicApiGenerator;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>
/// What a host can call is what is approved under Api/: of each package its newest target, and in what lines another
/// target differs. The tool is no library.
/// </summary>
public sealed class ApiTests
{
    public static TheoryData<string, string> Libraries
    {
        get
        {
            var libraries = new TheoryData<string, string>();
            foreach (var project in SourceProject.Libraries)
            {
                foreach (var target in project.Targets)
                    libraries.Add(project.Name, target);
            }

            return libraries;
        }
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void IsTheOneApproved(string name, string target)
    {
        var project = SourceProject.Libraries.Single(project => project.Name == name);
        if (target == project.NewestTarget)
            Golden.Matches(Text(ApiOf(project, target)), "tests", "KpiRules.Packages.Tests", "Api", $"{name}.txt");
        else
            Golden.Matches(
                Text(Difference(ApiOf(project, project.NewestTarget), ApiOf(project, target))),
                "tests",
                "KpiRules.Packages.Tests",
                "Api",
                $"{name}.{target}.txt");
    }

    /// <summary>
    /// A host never needs to know NCalc or Newtonsoft, so that either can be exchanged; what the packages for RulesEngine and
    /// xunit give of these, they give as it is.
    /// </summary>
    [Theory]
    [MemberData(nameof(Libraries))]
    public void NamesOnlyTypesOfOursAndOfTheFrameworks(string name, string target)
    {
        var api = Text(ApiOf(SourceProject.Libraries.Single(project => project.Name == name), target));
        var roots = Regex.Matches(api, @"(?<![\w.""])[A-Z]\w*(?=\.[A-Z])").Select(match => match.Value).Distinct();
        string[] own = name switch
        {
            "KpiRules.RulesEngine" => ["RulesEngine"],
            "KpiRules.Xunit" => ["Xunit"],
            _ => [],
        };
        roots.Should().BeSubsetOf(["KpiRules", "Microsoft", "System", .. own]).And.Contain("KpiRules");
    }

    /// <summary>The compiler asks for documentation of whatever is public, and a warning is an error; only the tool is excused.</summary>
    [Fact]
    public void NoLibrary_ExcusesItselfFromDocumentation()
    {
        foreach (var file in SourceProject.Libraries.SelectMany(project => project.Files))
            File.ReadAllText(file).Should().NotContain("CS1591", "{0} is of a library", file);
    }

    private static string[] ApiOf(SourceProject project, string target)
    {
        // a context of its own, for the builds for two targets have one name
        var assembly = new AssemblyLoadContext(target).LoadFromAssemblyPath(project.AssemblyOf(target));
        var options = new ApiGeneratorOptions { IncludeAssemblyAttributes = false, DenyNamespacePrefixes = [] };
        return assembly.GeneratePublicApi(options).TrimEnd().Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
    }

    private static IEnumerable<string> Difference(string[] newest, string[] other) =>
        newest.Except(other).Select(line => $"- {line.Trim()}").Concat(other.Except(newest).Select(line => $"+ {line.Trim()}"));

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(line => line + "\n"));
}
