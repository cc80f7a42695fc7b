using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.FollowingUp;
using KpiRules.Reading;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Source;
using KpiRules.Testing;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.Tests.Fuzzing;

/// <summary>Whatever is typed ends in a result or in a fault with a place: never in an exception, and in bounded time and memory.</summary>
[Collection(nameof(Alone))]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly DateTime Day = new(2026, 3, 15);

    private static readonly Lazy<Policy> Followed = new(() => FuzzCorpus.Policies.First(policy => policy.Id == "warnings"));

    [Fact]
    public void Rulesets() => new FuzzRun("ruleset", FuzzCorpus.Rulesets, output).Run(0.7, (text, random) =>
    {
        var diagnostics = new DiagnosticBag();
        var read = PolicyReader.Read(
            random.Next(4) == 0 ? Damaged(text, random, diagnostics) : new SourceText("ruleset.json", text),
            new Bases(random),
            diagnostics);
        if (read.Policy is { } policy)
            Use(policy);
        else if (read.Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error))
            throw new InvalidOperationException("neither a policy nor an error");
        return [.. read.Diagnostics, .. read.Findings, .. read.Waived.Select(waived => waived.Finding)];
    });

    [Fact]
    public void Facts() => new FuzzRun("facts", FuzzCorpus.Facts, output).Run(0.1, (text, random) =>
    {
        var policy = FuzzCorpus.Policies[random.Next(FuzzCorpus.Policies.Count)];
        IReadOnlyList<Diagnostic> diagnostics = [];
        var facts = Dataset.Build(builder => diagnostics = JsonFactReader.Read(builder, policy, text, "facts.json"));
        foreach (var issue in facts.Issues)
            _ = (issue.ToString("zh"), issue.ToString("en"));
        foreach (var period in facts.Periods.Where(period => period.Kind == policy.Period).Take(3))
            Tell(policy, policy.Evaluate(facts, period));
        return diagnostics;
    });

    [Fact]
    public void FollowUps() => new FuzzRun("follow-up", FollowedUp(), output).Run(0.1, (text, random) =>
    {
        try
        {
            var followUp = WarningFollowUp.FromJson(text);
            if (followUp.RulesetId == Followed.Value.Id && followUp.Period is null or { Kind: PeriodKind.Month, IsFiscal: false })
                _ = followUp.Update(Evaluate(Followed.Value, Day)).FollowUp.ToJson();
            return [];
        }
        catch (FormatException fault) when (fault.Message.Length > 0)
        {
            return [];
        }
    });

    /// <summary>Everything that a host does with a policy.</summary>
    private static void Use(Policy policy)
    {
        foreach (var test in RulesetTests.Run(policy))
            _ = test.Failures.Select(failure => failure.Message("zh"))
                .Concat(test.Issues.Take(20).Select(issue => issue.ToString("zh"))).ToList();
        Tell(policy, Evaluate(policy, Day));
        var facts = FactsFor(policy, Day);
        foreach (var plan in policy.Plans)
            _ = policy.Plan(plan.Name, facts).Issues.Select(issue => issue.ToString("en")).ToList();
    }

    private static void Tell(Policy policy, PeriodEvaluation evaluation)
    {
        foreach (var issue in evaluation.Issues.Take(20))
            _ = issue.ToString("zh");
        foreach (var name in evaluation.Subjects.Take(1))
        {
            var subject = evaluation[name];
            foreach (var warning in subject.Warnings)
                _ = warning.Message("zh");
            foreach (var cell in policy.Results.Reverse().Take(2))
                _ = subject.Explain(cell.Name).ToString();
        }
    }

    private static PeriodEvaluation Evaluate(Policy policy, DateTime day) =>
        policy.Evaluate(FactsFor(policy, day), policy.PeriodOf(day), day);

    private static Dataset FactsFor(Policy policy, DateTime day) => Dataset.Build(builder =>
    {
        foreach (var (subject, back) in new[] { ("ann", 0), ("ann", 1), ("ann", 2), ("bob", 0) })
        {
            var period = policy.PeriodOf(day).Add(-back);
            builder.Add(
                subject, period, policy.Facts.Take(50).Select(fact => new KeyValuePair<string, FactValue>(fact.Name, ValueOf(fact, back))));
            foreach (var list in policy.Records.Take(5))
                builder.AddRecord(
                    subject,
                    period,
                    list.Name,
                    list.Fields.Take(20).Select(field => new KeyValuePair<string, FactValue>(field.Name, ValueOf(field, back))).ToList());
        }
    });

    private static FactValue ValueOf(FactDefinition fact, int back) => fact.Kind switch
    {
        ValueKind.Number => 100m - 7 * back,
        ValueKind.Boolean => back == 0,
        ValueKind.Date => new DateTime(2026, 1, 31),
        _ => fact.Values is { Count: > 0 } values ? values[0] : "ann",
    };

    private static List<string> FollowedUp()
    {
        var facts = Dataset.Build(builder => builder.Add("ann", "2026-02", ("sales", 50)).Add("bob", "2026-02", ("sales", 85)));
        var followUp = new WarningFollowUp(Followed.Value.Id).Update(Followed.Value.Evaluate(facts, Period.Parse("2026-02"))).FollowUp;
        var open = followUp.Cases.First(one => one.IsOpen);
        return [followUp.ToJson(), followUp.Acknowledge(
            open.Subject, open.Warning, "eve", new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), "called").ToJson()];
    }

    /// <summary>Bytes that may be no UTF-8 any more.</summary>
    private static SourceText Damaged(string text, Random random, DiagnosticBag diagnostics)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (var changes = random.Next(3); changes > 0 && bytes.Length > 0; changes--)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return RulesetFile.Decode("ruleset.json", bytes, diagnostics);
    }

    /// <summary>Whatever is extended is there.</summary>
    private sealed class Bases(Random random) : IRulesetSource
    {
        public RulesetText? Find(string id) => new(id + ".json", FuzzCorpus.Rulesets[random.Next(FuzzCorpus.Rulesets.Count)]);
    }
}
