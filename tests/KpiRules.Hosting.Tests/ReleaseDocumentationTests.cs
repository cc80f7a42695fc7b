using System.Collections.Generic;
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Evaluation;
using KpiRules.Results;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Hosting.Tests;

/// <summary>What the documentation shows of what is deferred compiles, and does what it says.</summary>
public sealed class ReleaseDocumentationTests
{
    [Fact]
    public void TheCodeInTheDocumentation_IsTheOneBelow()
    {
        var source = File.ReadAllText(Repository.PathOf("tests", "KpiRules.Hosting.Tests", "ReleaseDocumentationTests.cs"));
        var section = File.ReadAllText(Repository.PathOf("docs", "hosting.md")).Replace("\r\n", "\n")
            .Split("\n## What is deferred")[1].Split("\n## ")[0];
        var shown = section.Split("```csharp")[1].Split("```")[0].Split('\n')
            .Select(line => line.Split("//")[0].Trim()).Where(line => line.Length > 0).ToList();
        shown.Should().HaveCountGreaterThan(5).And.OnlyContain(line => source.Contains(line));
        TheOneBelow();
    }

    private static void TheOneBelow()
    {
        var policy = Policy.Read("""
            { "id": "acme", "version": "1", "company": "Acme", "measures": { "sales": { "unit": "money" } },
              "incentives": { "commission": { "amount": "sales", "release": [ { "share": 0.7 }, { "share": "rest", "after": 1 } ] } } }
            """).Policy!;
        var (evaluator, store, facts) = (new KpiEvaluator(RulesetCatalogue.Of(policy)), new List<string>(), Dataset.Build(AddFacts));

        PeriodEvaluation march = evaluator.Evaluate("Acme", facts, Period.Parse("2026-03"));
        foreach (DeferredPart part in march.Deferred!)
            store.Add($"{part.Subject}: {part.Amount} of {part.Incentive}, due {part.Due}, until {part.Until}");
        Dataset next = Dataset.Build(d =>
        {
            AddFacts(d);
            march.AddOpenings(d);
        });

        store.Should().Equal($"ann: {30.00m} of commission, due 2026-04, until 2026-04");
        var april = evaluator.Evaluate("Acme", next, Period.Parse("2026-04"));
        april["ann"].Payout!.Amount.Should().Be(30);
        april["ann"].Payout!["commission"].Parts.Select(part => part.Fate).Should().Equal(PartFate.Due);

        static void AddFacts(DatasetBuilder d) => d.Add("ann", "2026-03", ("sales", 100));
    }
}
