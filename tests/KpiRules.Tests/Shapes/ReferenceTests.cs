using System.Collections.Generic;
using System.Linq;
using KpiRules.Rulesets.Shapes;
using KpiRules.Sections;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Shapes;

/// <summary>docs/properties.md and docs/properties.zh.md are made from the shapes; KPIRULES_APPROVE=1 writes them.</summary>
public sealed class ReferenceTests
{
    private const string English = """
        # Every property of a ruleset

        [中文](properties.zh.md). This page is made from the code: it knows what the reader and the editor's schema know. What the
        sections mean, with examples, is told in [the format](format.md).

        - *Number* is a JSON number, a formula in quotes, or a [schedule](format.md#schedules).
        - `{ kpi }` is an object with the properties listed under `kpi`.
        - *Unless written* is what holds where a property is left out; empty where nothing does.

        ## Contents

        """;

    private const string Chinese = """
        # 规则集的全部属性

        [English](properties.md)。本页由程序生成，与读取规则集的程序、编辑器所用的 schema 完全一致。各部分的含义和示例见[规则集格式](format.zh.md)。

        - “数值”可以是 JSON 数字、写在引号里的公式，或[分段表](format.zh.md#分段表)。
        - `{ kpi }` 表示一个对象，可用的属性列在 `kpi` 一节。
        - “不写时”是省略该属性时生效的值；空着表示没有默认值。

        ## 目录

        """;

    [Theory]
    [InlineData("en", "properties.md", English)]
    [InlineData("zh", "properties.zh.md", Chinese)]
    public void PagesOfProperties_AreThoseOfTheShapes(string language, string page, string head)
    {
        var shapes = ShapeList.Of(RulesetShape.Shape).Where(shape => shape.Properties.Count > 0).ToList();
        var text = new ReferenceText(language);
        Golden.Matches(head.Replace("\r\n", "\n") + Contents(shapes, text) + text.Of(shapes), "docs", page);
    }

    private static string Contents(IEnumerable<Shape> shapes, ReferenceText text) =>
        string.Concat(shapes.Select(text.Heading).Distinct().Select(heading => $"- [{heading}](#{MarkdownPage.AnchorOf(heading)})\n"));
}
