using System.Collections.Generic;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KpiRules.RulesEngine.Tests;

/// <summary>A host says one word more, and RulesEngine works out its policies.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task UseRulesEngine_LetsItWorkOutTheCatalogue()
    {
        var told = new List<string>();
        await using var services = new ServiceCollection()
            .AddKpiRules(options => options.Rulesets.FromFolder(Repository.PathOf("rulesets", "adventure-works")))
            .UseRulesEngine(new RulesEngineRunner
            {
                RuleResults = (subject, period, results) => told.Add($"{subject} {period} {results.Count}")
            })
            .BuildServiceProvider();
        await services.GetRequiredService<RulesetCatalogue>().ReloadAsync();
        var ann = new Subject("ann") { ["sales"] = 500_000m, ["own_sales"] = 400_000m, ["cost"] = 300_000m };
        var result = services.GetRequiredService<KpiEvaluator>().Evaluate("adventure-works", ann, Period.Parse("2020-03"));
        var ours = Policy.Load(Repository.PathOf("rulesets", "adventure-works", "ruleset.json")).Evaluate(ann, Period.Parse("2020-03"));
        told.Should().Equal("ann 2020-03 35");
        result.Payout!.Amount.Should().Be(ours.Payout!.Amount);
        result.Explain("payout").ToString().Should().Be(ours.Explain("payout").ToString());
    }

    [Fact]
    public async Task LoadingARuleset_CompilesIt_AndNoEvaluationDoes()
    {
        var runner = new RulesEngineRunner();
        await using var services = new ServiceCollection()
            .AddKpiRules(options => options.Rulesets.FromFolder(Repository.PathOf("rulesets", "adventure-works")))
            .UseRulesEngine(runner)
            .BuildServiceProvider();
        runner.Readings.Should().Be(0);
        await services.GetRequiredService<RulesetCatalogue>().ReloadAsync();
        var readings = runner.Readings;
        readings.Should().BePositive("RulesEngine reads the parameters to compile them");
        foreach (var sales in (decimal?[])[500_000m, null])
        {
            var subject = new Subject("ann") { ["sales"] = sales, ["own_sales"] = 400_000m };
            services.GetRequiredService<KpiEvaluator>().Evaluate("adventure-works", subject, Period.Parse("2020-03"));
        }

        runner.Readings.Should().Be(readings, "it was compiled when it was loaded");
        await services.GetRequiredService<RulesetCatalogue>().ReloadAsync();
        runner.Readings.Should().Be(readings, "nothing has changed");
    }
}
