using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Packages.Tests.Support;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests;

/// <summary>The packages, installed on a machine that has never seen them, do what the README says.</summary>
[Collection(nameof(PackedPackages))]
public sealed class InstallTests(PackedPackages packages)
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md")).Replace("\r\n", "\n");

    [PackagesFact]
    public void ReadmesExample_PrintsWhatTheReadmeSays()
    {
        var folder = NewProgram("Example", Block("csharp", 0) + Block("csharp", 1), "KpiRules");
        File.WriteAllText(Path.Combine(folder, "store.json"), Block("jsonc", 0));
        Trimmed(DotNet(folder, "run")).Should().Be(Trimmed(Block("", 0) + Block("", 1)));
    }

    [PackagesFact]
    public void ReadmesHost_HasThePolicyOfTheFolder() =>
        RunHost("Hosted", Block("csharp", 2), "KpiRules.Hosting").Should().Be("2026.1\n0.9\nFalse\n");

    [PackagesFact]
    public void ReadmesHost_IsWorkedOutByRulesEngine() =>
        RunHost("ByRulesEngine", Blocks("csharp").Single(block => block.Contains("UseRulesEngine()")), "KpiRules.RulesEngine")
            .Should().Be("2026.1\n0.9\nTrue\n");

    /// <summary>Prints a policy's version, a KPI, and whether RulesEngine was loaded.</summary>
    private string RunHost(string name, string registration, string package)
    {
        var folder = NewProgram(
            name,
            $$"""
            using System.Linq;
            using KpiRules.Facts;
            using KpiRules.Hosting.Catalogue;
            using KpiRules.Hosting.Evaluation;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Microsoft.Extensions.Logging;

            var builder = Host.CreateApplicationBuilder();
            builder.Logging.ClearProviders();
            var services = builder.Services;
            {{registration}}
            using var host = builder.Build();
            await host.StartAsync();
            var ann = new Subject("ann") { ["sales"] = 120_000m, ["collected"] = 108_000m, ["level"] = "rep" };
            Console.WriteLine(host.Services.GetRequiredService<RulesetCatalogue>().Get("store", Period.Parse("2026-03")).Version);
            Console.WriteLine(host.Services.GetRequiredService<KpiEvaluator>().Evaluate("store", ann, Period.Parse("2026-03")).Kpis["collection_rate"].Value);
            Console.WriteLine(AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "RulesEngine"));
            await host.StopAsync();
            """,
            package);
        DotNet(folder, "add", "package", "Microsoft.Extensions.Hosting", "--version", "10.0.0");
        File.WriteAllText(
            Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "rulesets")).FullName, "store.json"), Block("jsonc", 0));
        return DotNet(folder, "run");
    }

    /// <summary>Only a host that compiles against both finds out whether they define the same types.</summary>
    [PackagesFact]
    public void HostWithAnNCalcOfItsOwn_UsesBoth()
    {
        var folder = NewProgram(
            "WithNCalc",
            """
            using KpiRules;
            using KpiRules.Facts;

            var policy = Policy.Read("{ \"id\": \"x\", \"version\": \"1\", \"measures\": { \"a\": {} }, \"kpis\": { \"k\": { \"formula\": \"-(a - 1) * 2\" } } }").Policy!;
            Console.WriteLine(policy.Evaluate(new Subject("s") { ["a"] = 4 }, Period.Parse("2026-03")).Kpis["k"].Value);
            Console.WriteLine(new NCalc.Expression("-(a - 1) * 2") { Parameters = { ["a"] = 4 } }.Evaluate());
            """,
            "KpiRules");
        DotNet(folder, "add", "package", "NCalcSync", "--version", "7.4.0");
        DotNet(folder, "run").Should().Be("-6\n-6\n");
    }

    [PackagesFact]
    public void Tool_SaysItsVersionAndValidates()
    {
        var folder = packages.UserFolder("Tool");
        DotNet(
            folder, "tool", "install", "KpiRules.Cli", "--version", packages.Version, "--tool-path", "tool", "--configfile",
            "nuget.config");
        var tool = Path.Combine(folder, "tool", OperatingSystem.IsWindows() ? "kpirules.exe" : "kpirules");
        Command.Run(tool, folder, ["--version"], packages.FreshMachine).Should().StartWith(packages.Version);
        var ruleset = Path.Combine(folder, "store.json");
        File.WriteAllText(ruleset, Block("jsonc", 0));
        Command.Run(tool, folder, ["validate", ruleset], packages.FreshMachine).Should().Contain("store.json");
        Command.Run(tool, folder, ["export", ruleset, "--to", "rulesengine"], packages.FreshMachine)
            .Should().Contain("\"WorkflowName\": \"store\"");
    }

    private string NewProgram(string name, string code, string package)
    {
        var folder = packages.UserFolder(name);
        DotNet(folder, "new", "console", "--no-restore");
        DotNet(folder, "add", "package", package, "--version", packages.Version);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), code);
        return folder;
    }

    private string DotNet(string folder, params string[] words) => Command.Run(Command.DotNet, folder, words, packages.FreshMachine);

    private static string Block(string language, int index) => Blocks(language).ElementAt(index);

    private static IEnumerable<string> Blocks(string language) =>
        Regex.Matches(Readme, @"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Where(block => block.Groups[1].Value == language).Select(block => block.Groups[2].Value);

    /// <summary>A status that is not there leaves a blank at the end of a line, which the README does not have to show.</summary>
    private static string Trimmed(string lines) =>
        string.Concat(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd() + "\n"));
}
