using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using FluentAssertions;
using KpiRules.Functions;
using KpiRules.Kernel;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Formulas;

/// <summary>docs/functions.md and docs/functions.zh.md are made from the descriptors; KPIRULES_APPROVE=1 writes them.</summary>
public sealed class FunctionPageTests
{
    private const string English = """
        # Every function

        [中文](functions.zh.md). This page is made from the code. How formulas are written, what *not available* means, and what the
        functions that look at other periods, people and records need is told in [the format](format.md#formulas).

        The examples are of March 2026, of `a`, and each is run by a test:

        | subject | period | `sales` | `cost` | `team` | `manager` | `hired` |
        |---|---|---|---|---|---|---|
        | `a` | 2025-03 | 50 | 30 | | | |
        | `a` | 2026-01 | 60 | 40 | | | |
        | `a` | 2026-02 | 80 | 60 | | | |
        | `a` | 2026-03 | 100 | 60 | east | | 2026-03-16 |
        | `b` | 2026-03 | 30 | 15 | east | a | |
        | `c` | 2026-03 | 200 | 90 | west | | |

        `bonus` and `left` are declared, and never given. `a` has three `deals` in March, with `amount` and `kind`: 10 of A, 60 of A,
        20 of B. The table `rates` has for A a `rate` of 3 % from 0 and of 5 % from 100, no `cap`, and `else` a `rate` of 0.

        """;

    private const string Chinese = """
        # 全部函数

        [English](functions.md)。本页由程序生成。公式怎么写、什么叫“不可用”、涉及其他期间、其他人和明细记录的函数需要什么，见[规则集格式](format.zh.md#公式)。

        示例都是 `a` 在 2026 年 3 月的结果，每一条都由测试运行：

        | 考核对象 | 期间 | `sales` | `cost` | `team` | `manager` | `hired` |
        |---|---|---|---|---|---|---|
        | `a` | 2025-03 | 50 | 30 | | | |
        | `a` | 2026-01 | 60 | 40 | | | |
        | `a` | 2026-02 | 80 | 60 | | | |
        | `a` | 2026-03 | 100 | 60 | east | | 2026-03-16 |
        | `b` | 2026-03 | 30 | 15 | east | a | |
        | `c` | 2026-03 | 200 | 90 | west | | |

        `bonus` 和 `left` 声明了，但从未给出。`a` 在 3 月有三笔 `deals`，字段为 `amount` 和 `kind`：A 类 10、A 类 60、B 类 20。
        费率表 `rates` 中 A 类从 0 起 `rate` 为 3%，从 100 起为 5%，没有写 `cap`；`else` 的 `rate` 为 0。

        """;

    /// <summary>The chapters, and the classes whose functions stand in them.</summary>
    private static readonly (string En, string Zh, System.Type[] Of)[] Chapters =
    [
        ("Numbers", "数值", [typeof(SignFunctions), typeof(RoundingFunctions), typeof(ExtremeFunctions), typeof(PowerFunctions),
            typeof(LogarithmFunctions)]),
        ("Choices", "选择与判断", [typeof(ChoiceFunctions), typeof(CaseFunction), typeof(MembershipFunctions)]),
        ("Tables", "查费率表", [typeof(LookupFunctions)]),
        ("Texts", "文本", [typeof(TextFunctions)]),
        ("Calendar and dates", "日历与日期", [typeof(CalendarFunctions), typeof(DateFunctions)]),
        ("Other periods", "其他期间", [typeof(TimeFunctions), typeof(ControlFunctions)]),
        ("Other people", "其他人", [typeof(PeopleFunctions)]),
        ("Records", "明细记录", [typeof(RecordFunctions)]),
    ];

    private static readonly IReadOnlyList<Function> Functions = [.. FunctionCatalogue.All, .. FunctionCatalogue.AllOverRecords];

    [Theory]
    [InlineData("en", "functions.md", English)]
    [InlineData("zh", "functions.zh.md", Chinese)]
    public void PagesOfFunctions_AreThoseOfTheDescriptors(string language, string page, string head)
    {
        var isEnglish = language == "en";
        var text = new StringBuilder(head.Replace("\r\n", "\n"));
        foreach (var (en, zh, _) in Chapters)
            text.Append($"- [{(isEnglish ? en : zh)}](#{MarkdownPage.AnchorOf(isEnglish ? en : zh)})\n");
        foreach (var (en, zh, classes) in Chapters)
        {
            text.Append($"\n## {(isEnglish ? en : zh)}\n");
            text.Append(isEnglish ? "| function | value | examples |" : "| 函数 | 结果 | 示例 |").Append("\n|---|---|---|\n");
            foreach (var function in Functions.Where(function => classes.Contains(RoomOf(function))))
                text.Append(Row(function, isEnglish));
        }

        Golden.Matches(text.ToString(), "docs", page);
    }

    [Fact]
    public void EveryFunction_StandsInOneChapter() =>
        Functions.Should().OnlyContain(function => Chapters.Count(chapter => chapter.Of.Contains(RoomOf(function))) == 1);

    /// <summary>The class that has the function as a field.</summary>
    private static System.Type RoomOf(Function function) => typeof(FunctionCatalogue).Assembly.GetTypes().Single(type =>
        type.Namespace == typeof(FunctionCatalogue).Namespace && type != typeof(FunctionCatalogue)
        && type.GetFields(BindingFlags.Static | BindingFlags.Public).Any(field =>
            typeof(Function).IsAssignableFrom(field.FieldType) && ReferenceEquals(field.GetValue(null), function)));

    private static string Row(Function function, bool isEnglish)
    {
        var calls = string.Join("<br>", function.Written().Select(call => $"`{call}`"));
        var examples = string.Join("<br>", function.Examples.Select(example => $"`{example.Formula}` = {Shown(example.Gives, isEnglish)}"));
        return $"| {calls} | {(isEnglish ? function.Says.En : function.Says.Zh)} | {examples} |\n";
    }

    private static string Shown(string value, bool isEnglish) => value switch
    {
        "n/a" => isEnglish ? "*not available*" : "不可用",
        "true" => isEnglish ? "yes" : "是",
        "false" => isEnglish ? "no" : "否",
        _ => value,
    };
}
