// Theories as users write them, which only the tests of this project run: some of their rows are to fail.
using System.Threading;
using Xunit;

namespace KpiRules.Xunit.Tests.Support;

// internal, so that no other runner finds them
#pragma warning disable xUnit1000
internal sealed class Theories
{
    [Theory, RulesetTests("Rulesets/store.json", "Rulesets/**/*.json")]
    public void Every(RulesetTestRow test) => test.Check();

    [Theory, RulesetTests("*/*.json", Folder = "Rulesets", Language = "zh")]
    public void InChinese(RulesetTestRow test) => test.Check();

    [Theory, RulesetTests("shop/*.json", Folder = "Rulesets", AllowNoTests = true)]
    public void AllowedToHaveNone(RulesetTestRow test) => test.Check();

    [Theory, RulesetTests("nowhere/*.json", "Rulesets/stoer.json"), RulesetTests("nowhere.json", Language = "zh")]
    public void Missing(RulesetTestRow test) => test.Check();

    [Theory, RulesetTests]
    public void NoFiles(RulesetTestRow test) => test.Check();

    [Theory, RulesetTests("Rulesets/store.json")]
    public void GivenUp(RulesetTestRow test) => test.Check(new CancellationToken(canceled: true));
}
