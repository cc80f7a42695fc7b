using System;
using System.Linq;
using System.Threading;
using FluentAssertions;
using KpiRules.Testing;
using Xunit;

namespace KpiRules.Tests.Testing;

/// <summary>The tests that rulesets carry, as hosts list, run and print them.</summary>
public sealed class RulesetTestsTests
{
    private const string Ruleset = """
        {
          "id": "t", "version": "1", "settings": { "language": "en" },
          "measures": { "a": {}, "b": {} },
          "kpis": { "k": { "formula": "a / b" } },
          "tests": [
            { "name": "good", "period": "2026-03", "given": { "a": 4, "b": 2 }, "expect": { "k": 2 } },
            { "name": "of two", "period": "2026-03", "subjects": { "ann": { "a": 4, "b": 2, "c": 1 }, "bob": { "a": 1, "b": 0 } },
              "expect": { "ann": { "k": 3 }, "bob": { "k": 1 }, "cy": { "k": 1 } } },
            { "name": "of\u001b months", "periods": { "2026-01": { "a": 1, "b": 1 }, "2026-02": { "a": 1 } },
              "expect": { "2026-01": { "k": 1 }, "2026-04": { "k": 1 } } }
          ]
        }
        """;

    private static readonly Policy Policy = Policy.Read(Ruleset, "t.json").Policy!;

    [Fact]
    public void Of_ListsTests_AndEachIsRunAlone()
    {
        var tests = RulesetTests.Of(Policy);
        tests.Select(test => (test.Name, test.File, test.Line)).Should()
            .Equal(("good", "t.json", 6), ("of two", "t.json", 7), ("of\u001b months", "t.json", 9));
        tests[0].Run().Passed.Should().BeTrue();
        tests.Select(test => test.Run().Print("en")).Should().Equal(RulesetTests.Run(Policy).Select(result => result.Print("en")));
    }

    [Theory]
    [InlineData("en", """
        pass  good
        FAIL  of two
              t.json:8:28: ann: k: expected 3, but is 2
              t.json:8:47: bob: k: expected 1, but is not available ('k' divides by zero (b is 0))
              t.json:8:57: cy: the test names no subject 'cy'
              data issue KPI6001: nothing in the ruleset can use the fact 'c'; it is ignored
        FAIL  of· months
              t.json:10:42: 2026-04: the test has no facts of period '2026-04'
        """)]
    [InlineData("zh", """
        通过  good
        失败  of two
              t.json:8:28: ann: k: 应为 3，实为 2
              t.json:8:47: bob: k: 应为 1，实为 不可用（“k”除以零（b 为 0））
              t.json:8:57: cy: 测试中没有考核对象“cy”
              数据问题 KPI6001: 规则集用不到数据“c”；已忽略
        失败  of· months
              t.json:10:42: 2026-04: 测试没有期间“2026-04”的数据
        """)]
    public void Print_SaysWhatWasExpectedAndWhatCame(string language, string printed) =>
        string.Join("\n", RulesetTests.Run(Policy).Select(result => result.Print(language))).Should().Be(printed.Replace("\r\n", "\n"));

    [Fact]
    public void AToken_GivesTestsUp()
    {
        var run = () => RulesetTests.Run(Policy, new CancellationToken(canceled: true));
        run.Should().Throw<OperationCanceledException>();
    }

    /// <summary>Also within a test, of which a range of periods may be a long one.</summary>
    [Fact]
    public void AToken_GivesATestUp()
    {
        foreach (var test in RulesetTests.Of(Policy))
        {
            var run = () => test.Evaluate(new CancellationToken(canceled: true));
            run.Should().Throw<OperationCanceledException>(test.Name);
        }
    }

    [Fact]
    public void DiagnosticsArePrinted_AsTheExceptionTellsThem()
    {
        var read = Policy.Read(Ruleset.Replace("a / b", "a / bb"));
        Action load = () => throw new RulesetException(read);
        load.Should().Throw<RulesetException>().WithMessage(read.Print("en"));
        read.Print("zh").Should().Contain("未知的名称").And.EndWith("^^");
        Policy.Read(Ruleset).Print("en").Should().BeEmpty();
    }
}
