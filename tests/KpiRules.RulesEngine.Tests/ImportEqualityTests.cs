using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Workflows;
using KpiRules.Workflows.Importing;
using KpiRules.Workflows.Tests.Importing;
using RulesEngine.Models;
using Xunit;
using Xunit.Abstractions;

namespace KpiRules.RulesEngine.Tests;

/// <summary>
/// Random workflows are run by RulesEngine, and imported and evaluated beside that: both say the same of a rule that the
/// import says nothing of. What may be null stands only where null is asked for, for the rest is known to differ.
/// </summary>
public sealed class ImportEqualityTests(ITestOutputHelper output)
{
    private const int Workflows = 40;
    private const int Times = 6;
    private static readonly Period March = Period.Parse("2026-03");

    [Fact]
    public async Task RandomWorkflows_SayTheSame()
    {
        var random = new Random(20260319);
        var counts = new Dictionary<string, int>();
        for (var i = 0; i < Workflows; i++)
        {
            var text = new RandomWorkflow(random).Write();
            var imported = RulesEngineImport.Read(text);
            var policy = ImportedRulesets.Policy(imported);
            var engine = new global::RulesEngine.RulesEngine([text]);
            for (var times = 0; times < Times; times++)
            {
                var inputs = new Inputs(random);
                var ours = policy.Evaluate(inputs.ToSubject(imported.Facts), March);
                var theirs = await engine.ExecuteAllRulesAsync("w", new RuleParameter("input1", inputs));
                for (var k = 0; k < theirs.Count; k++)
                {
                    var outcome = Compare(theirs[k], ours, imported, $"[{k}]");
                    counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
                    outcome.Should().NotStartWith(
                        "DIFFERENT", "{0} over {1} in {2}\n{3}", theirs[k].Rule.RuleName, inputs, text, imported.Ruleset);
                }
            }
        }

        var summary = string.Join(", ", counts.Select(count => $"{count.Key}: {count.Value}"));
        output.WriteLine(summary);
        counts["same"].Should().BeGreaterThan(Workflows * Times * RandomWorkflow.Rules * 3 / 4, summary);
    }

    [Theory]
    [InlineData("input1.D.Equals(2.5)")]
    [InlineData("input1.I.Equals(7L)")]
    [InlineData("input1.I.Equals(7.0)")]
    [InlineData("input1.I.Equals(input1.D)")]
    public async Task AnEqualityOfNumbers_IsTheSame_OrWarnedOf(string expression) =>
        (await Outcome(expression)).Should().BeOneOf("same", "told");

    [Theory]
    [InlineData("input1.I >= int.Parse(\"7\") && input1.I < Int64.Parse(\" 8 \")")]
    [InlineData("input1.D == decimal.Parse(\"7\") && Double.Parse(\"2e3\") > 1.5")]
    [InlineData("input1.I == Convert.ToInt32(\"15\") / 2")]
    [InlineData("input1.S != string.Empty || bool.Parse(\"True\")")]
    public async Task AConstantThatIsParsed_IsTheSame(string expression) => (await Outcome(expression)).Should().Be("same");

    private static async Task<string> Outcome(string expression)
    {
        var text = ImportedRulesets.Workflow(expression).Trim('[', ']');
        var imported = RulesEngineImport.Read(text);
        var inputs = new Inputs(new Random(0)) { D = 7, I = 7 };
        var theirs = await new global::RulesEngine.RulesEngine([text]).ExecuteAllRulesAsync("w", new RuleParameter("input1", inputs));
        return Compare(theirs[0], ImportedRulesets.Policy(imported).Evaluate(inputs.ToSubject(imported.Facts), March), imported, "[0]");
    }

    private static string Compare(RuleResultTree theirs, Results.SubjectEvaluation ours, RulesEngineImportResult imported, string place)
    {
        if (imported.Diagnostics.Any(diagnostic => diagnostic.Path.Contains("Rules" + place, StringComparison.Ordinal)
            || diagnostic.Path.Contains("Params", StringComparison.Ordinal)))
            return "told";
        if (theirs.ExceptionMessage.Contains("while parsing", StringComparison.Ordinal)
            || theirs.ExceptionMessage.Contains("while compiling", StringComparison.Ordinal))
            return "refused by RulesEngine";
        var cell = ours[theirs.Rule.RuleName];
        // what throws there has no value here, or needs none
        if (theirs.ExceptionMessage.Length > 0)
            return "thrown by RulesEngine";
        if (theirs.Rule.Actions is null)
            return cell.Text == (theirs.IsSuccess ? "firing" : "ok") ? "same" : $"DIFFERENT: {theirs.IsSuccess}, {cell.Text}";
        if (theirs.ActionResult.Exception is not null)
            return "thrown by RulesEngine";
        var amount = theirs.ActionResult.Output is { } found
            ? decimal.Round(Convert.ToDecimal(found), 2, MidpointRounding.AwayFromZero)
            : (decimal?)null;
        return (cell.Number ?? 0) == (amount ?? 0) ? "same" : $"DIFFERENT: {amount}, {cell.Number}";
    }

    /// <summary>Public, as RulesEngine needs it.</summary>
    public sealed class Inputs
    {
        private static readonly string[] Words = ["", "a", "ab", "Ab", "b'c", "xb"];

        public Inputs(Random random)
        {
            (D, E, I, J) = (random.Next(-40, 40) / 4m, random.Next(-9, 9), random.Next(-9, 9), random.Next(1, 5));
            (S, T, B, C) = (Words[random.Next(6)], Words[random.Next(6)], random.Next(2) == 0, random.Next(2) == 0);
            (ND, NI, NB) = (random.Next(2) == 0 ? null : E + 0.5m, random.Next(2) == 0 ? null : I, random.Next(2) == 0 ? null : B);
            NS = random.Next(2) == 0 ? null : T;
        }

        public decimal D { get; set; }

        public decimal E { get; }

        public int I { get; set; }

        public int J { get; }

        public string S { get; }

        public string T { get; }

        public bool B { get; }

        public bool C { get; }

        public decimal? ND { get; }

        public int? NI { get; }

        public bool? NB { get; }

        public string? NS { get; }

        internal Subject ToSubject(IEnumerable<ImportedFact> facts)
        {
            var subject = new Subject("s");
            foreach (var fact in facts)
            {
                var value = Of(fact.Path);
                if (value is bool flag)
                    subject[fact.Name] = flag;
                else if (value is string text)
                    subject[fact.Name] = text;
                else if (value is not null)
                    subject[fact.Name] = Convert.ToDecimal(value);
            }

            return subject;
        }

        public override string ToString() =>
            string.Join(", ", typeof(Inputs).GetProperties().Select(property => $"{property.Name} {property.GetValue(this) ?? "null"}"));

        private object? Of(string path) =>
            typeof(Inputs).GetProperty(path.Split('.')[1], BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)!
                .GetValue(this);
    }
}
