using System.Collections.Generic;
using System.IO;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>A sample that is copied out of the repository is built of the packages, and prints what it prints here.</summary>
[Collection(nameof(PackedPackages))]
public sealed class SampleInstallTests(PackedPackages packages)
{
    [PackagesTheory]
    [InlineData("Payroll")]
    [InlineData("Worker")]
    public void AProgram_PrintsTheSame(string name) =>
        DotNet(Copy(name), "run", "--project", name).Should()
            .Be(File.ReadAllText(Repository.PathOf("samples", name, "expected.txt")).Replace("\r\n", "\n"));

    /// <summary>On a machine that knows cultures: without them, the SDK warns of the languages of the test platform's own texts.</summary>
    [PackagesFact]
    public void ThePolicysTests_Pass() =>
        Command.Run(
            Command.DotNet,
            Copy("PolicyTests"),
            ["test", "PolicyTests"],
            new Dictionary<string, string>(packages.FreshMachine) { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0" })
            .Should().MatchRegex(@"Failed: +0, Passed: +\d\d");

    [PackagesTheory]
    [InlineData("TwoCompanies")]
    [InlineData("NetFramework")]
    public void AProgram_IsBuilt(string name) => DotNet(Copy(name), "build", name, "-warnaserror");

    /// <summary>The folder it stands in, with the rulesets beside that folder.</summary>
    private string Copy(string name)
    {
        var folder = packages.UserFolder(Path.Combine("samples-of-" + name, "samples"));
        CopyFiles(Repository.PathOf("samples", name), Path.Combine(folder, name));
        CopyFiles(Repository.PathOf("rulesets"), Path.Combine(folder, "..", "rulesets"));
        var project = Path.Combine(folder, name, name + ".csproj");
        var text = File.ReadAllText(project);
        File.WriteAllText(project, Regex.Replace(text, "(Include=\"KpiRules[^\"]*\" Version=\")[^\"]+", "${1}" + packages.Version));
        return folder;
    }

    /// <summary>Without what was built.</summary>
    private static void CopyFiles(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(from, file);
            if (path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, path))!);
            File.Copy(file, Path.Combine(to, path));
        }
    }

    private string DotNet(string folder, params string[] words) => Command.Run(Command.DotNet, folder, words, packages.FreshMachine);
}
