// Takes the root of the checkout, and prints what KpiRules and KpiRules.Hosting make of the rulesets in it.
using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using KpiRules.Facts;
using KpiRules.FollowingUp;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Reading;
using KpiRules.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KpiRules.Aot;

internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        var root = arguments[0];
        foreach (var file in Files(root, "tests", "KpiRules.Tests", "Cases"))
            PrintTests(file);
        foreach (var file in Files(root, "tests", "KpiRules.Tests", "Invalid"))
            PrintDiagnostics(file);
        await PrintHosted(Path.Combine(root, "rulesets"));
    }

    private static string[] Files(params string[] folder) =>
        Directory.GetFiles(Path.Combine(folder), "*.json").OrderBy(file => file, StringComparer.Ordinal).ToArray();

    private static void PrintTests(string file)
    {
        foreach (var test in RulesetTests.Run(Policy.Load(file)))
        {
            Console.WriteLine(
                $"{Path.GetFileName(file)}: {test.Name}: {(test.Passed ? "passed" : "FAILED")}, {test.Expectations} expected");
            foreach (var failure in test.Failures)
                Console.WriteLine(failure);
        }
    }

    private static void PrintDiagnostics(string file)
    {
        foreach (var diagnostic in Policy.ReadFile(file).Diagnostics)
            Console.WriteLine(diagnostic.Print("en") + "\n" + diagnostic.Print("zh"));
    }

    private static async Task PrintHosted(string folder)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddKpiRules(o => o.Rulesets.FromFolder(folder).ReloadOnChange());
        builder.Services.AddSingleton<KpiRulesHealthCheck>();
        using var host = builder.Build();
        await host.StartAsync();
        foreach (var policy in host.Services.GetRequiredService<RulesetCatalogue>().Current.Policies)
            Console.WriteLine($"{policy.Id} {policy.Version} {policy.ContentHash}");
        var health = await host.Services.GetRequiredService<KpiRulesHealthCheck>().CheckHealthAsync(new HealthCheckContext());
        Console.WriteLine(health.Status);
        PrintMonth(host.Services.GetRequiredService<KpiEvaluator>(), Path.Combine(folder, "retail-store", "facts.csv"));
        await host.StopAsync();
    }

    private static void PrintMonth(KpiEvaluator evaluator, string file)
    {
        var policy = Policy.Load(Path.Combine(Path.GetDirectoryName(file)!, "ruleset.json"));
        var lines = File.ReadAllLines(file).Select(line => line.Split(',')).ToList();
        var facts = Dataset.Build(builder =>
        {
            var reader = new WideFactReader(builder, policy, file, lines[0]);
            for (var row = 1; row < lines.Count; row++)
                reader.Read(row + 1, lines[row]);
        });
        var month = evaluator.Evaluate("云杉家居", facts, Period.Parse("2026-05"));
        foreach (var subject in month.Subjects)
        {
            var result = month[subject];
            Console.WriteLine($"{subject}: {result.Payout?.Amount} ({result.Payout?.Held})");
            foreach (var name in policy.Incentives.Select(incentive => incentive.Name).Concat(policy.Kpis.Select(kpi => kpi.Name)))
                Console.WriteLine(result.Explain(name).ToString("zh"));
        }

        var followed = new WarningFollowUp(policy.Id).Update(month).FollowUp.ToJson();
        Console.WriteLine(WarningFollowUp.FromJson(followed).ToJson());
    }
}
