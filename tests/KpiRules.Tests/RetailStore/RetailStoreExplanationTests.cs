// Explains every result of the retail store's year: the figures are those of the evaluation, and tiers add up.
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Tests.Support;
using Xunit;
using static KpiRules.Tests.RetailStore.RetailStoreFile;

namespace KpiRules.Tests.RetailStore;

public sealed class RetailStoreExplanationTests
{
    [Fact]
    public void Readme_ShowsWhatTheExplanationSays()
    {
        var text = Ruleset.Value.Evaluate(Data.Value, Period.Parse("2026-05"))["陈静"].Explain("阶梯提成").ToString("en");
        File.ReadAllText(Repository.PathOf("README.md")).Replace("\r\n", "\n").Should().Contain($"```\n{text}```\n");
    }

    /// <summary>115 person-months with every result there is.</summary>
    [Fact]
    public void EveryExplanation_HasTheFiguresOfTheEvaluation()
    {
        var explained = 0;
        foreach (var month in Ruleset.Value.Evaluate(new(Data.Value, Period.Parse("2026-01"), Period.Parse("2026-12"))))
        {
            foreach (var subject in month.Subjects.Select(id => month[id]))
            {
                foreach (var result in Ruleset.Value.Results)
                {
                    var explanation = subject.Explain(result.Name);
                    explained++;
                    explanation.Result.Value.Should().Be(
                        subject[result.Name].Value, "{0} {1} {2}", subject.Subject, month.Period, result.Name);
                    explanation.ToString("zh").Should().NotContain(":None").And.NotContain(" = , ");
                    Check(explanation);
                }
            }
        }

        explained.Should().Be(115 * Ruleset.Value.Results.Count);
    }

    /// <summary>Tiers make their step, the last step makes the result, and whatever went in is explained alike.</summary>
    private static void Check(Explanation explanation)
    {
        explanation.Steps.Should().NotBeEmpty();
        explanation.Steps[^1].Result.Value.Should().Be(explanation.Result.Value, "{0}", explanation.Result.Name);
        foreach (var step in explanation.Steps.Where(
            step => step.Details.Any(detail => detail.Kind == "tier") && step.Details.All(detail => detail.Kind is "tier" or "case")))
            step.Details.Where(detail => detail.Kind == "tier").Sum(detail => detail.Result)
                .Should().Be(step.Result.Value.Number, "{0}", explanation.ToString());
        foreach (var result in explanation.Results)
            Check(result);
    }
}
