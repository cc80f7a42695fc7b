using System.Collections.Generic;
using System.IO;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>Compiled ahead of time, without a warning, a host prints what it prints when it is compiled as it runs.</summary>
[Collection(nameof(PackedPackages))]
public sealed class NativeTests(PackedPackages packages)
{
    [PackagesFact(links: true)]
    public void NativeHost_PrintsWhatTheManagedOneDoes()
    {
        var (native, managed) = (Path.Combine(packages.Folder, "native"), Path.Combine(packages.Folder, "managed"));
        var project = Repository.PathOf("checks", "KpiRules.Aot");
        _ = packages.Packages;
        Publish(native, $"-p:CppCompilerAndLinker={PackagesFactAttribute.Linker}");
        Publish(managed, "-p:PublishAot=false", "--no-self-contained");
        var printed = Command.Run(Path.Combine(native, "KpiRules.Aot"), native, [Repository.Root]);
        printed.Split('\n').Should().HaveCountGreaterThan(3000).And.NotContain(line => line.Contains(": FAILED,"));
        printed.Should().Be(Command.Run(Command.DotNet, managed, [Path.Combine(managed, "KpiRules.Aot.dll"), Repository.Root]));

        void Publish(string folder, params string[] words) =>
            Command.Run(
                Command.DotNet,
                Repository.Root,
                ["publish", project, "--use-current-runtime", .. packages.Build, "-o", folder, .. words],
                packages.FromPublicHost);
    }

    /// <summary>Installed from packages of native code, the tool is the same, but for the time it takes to begin.</summary>
    [PackagesFact(links: true)]
    public void NativeTool_PrintsWhatTheManagedOneDoes()
    {
        var managed = Installed("managed-tool", packages.Packages);
        var native = Installed(
            "native-tool",
            packages.Pack("src/KpiRules.Cli", "native-packages", $"-p:CppCompilerAndLinker={PackagesFactAttribute.Linker}"));

        foreach (var words in Lines)
            Command.Run(native, Repository.Root, words.Split(' '), packages.FreshMachine).Should()
                .Be(Command.Run(managed, Repository.Root, words.Split(' '), packages.FreshMachine), words).And.NotBeEmpty();
        Formatted(native).Should().Be(Formatted(managed));
    }

    private string Formatted(string tool)
    {
        var file = Path.Combine(Path.GetDirectoryName(tool)!, "ruleset.json");
        File.Copy(Repository.PathOf("rulesets", "retail-store", "ruleset.json"), file);
        Command.Run(tool, Repository.Root, ["format", file], packages.FreshMachine);
        return File.ReadAllText(file);
    }

    /// <summary>A line a command, and each of its formats that a serializer or a table writes.</summary>
    private static IEnumerable<string> Lines
    {
        get
        {
            const string Ruleset = "rulesets/retail-store/ruleset.json";
            const string Facts = $"{Ruleset} --facts rulesets/retail-store/facts.csv --records 渠道客户=rulesets/retail-store/customers.csv";
            const string March = $"{Facts} --period 2026-03";
            foreach (var command in new[] { "validate", "lint", "test" })
                foreach (var format in new[] { "text", "json", "sarif", "github" })
                    yield return $"{command} rulesets/**/ruleset.json --format {format}";
            foreach (var format in new[] { "table", "json", "csv", "statement", "statement-json" })
                yield return $"evaluate {March} --format {format}";
            foreach (var format in new[] { "text", "csv", "json" })
                yield return $"simulate {March} --against {Ruleset} --format {format}";
            foreach (var format in new[] { "table", "csv", "svg" })
                yield return $"curve {March.Replace(Ruleset, $"{Ruleset} payout")} --over 销售额=0..500000 --subject 李伟 --format {format}";
            yield return $"explain {March.Replace(Ruleset, $"{Ruleset} payout")} --subject 李伟";
            yield return $"warnings {Facts} --period 2026-04"; // of which none is critical
            yield return $"smart {March} --all";
            yield return $"plan {Ruleset} 年计划 --facts rulesets/retail-store/facts.csv";
            yield return $"export {Ruleset} --to rulesengine";
            yield return "schema";
            yield return "--help";
            yield return "evaluate --help --language zh";
        }
    }

    private string Installed(string name, string source)
    {
        var folder = packages.UserFolder(name);
        Command.Run(
            Command.DotNet,
            folder,
            ["tool", "install", "KpiRules.Cli", "--version", packages.Version, "--tool-path", "tool", "--add-source", source],
            packages.FreshMachine);
        return Path.Combine(folder, "tool", "kpirules");
    }
}
