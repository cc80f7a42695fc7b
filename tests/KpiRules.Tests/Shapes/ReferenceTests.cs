using System;
using System.IO;
using FluentAssertions;
using KpiRules.Sections;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Shapes;

/// <summary>The tables of properties in docs/rulesets.md are those of the shapes; KPIRULES_APPROVE=1 writes them anew.</summary>
public sealed class ReferenceTests
{
    private const string Begin = "<!-- made from the shapes: begin -->\n";
    private const string End = "<!-- made from the shapes: end -->";

    [Fact]
    public void TablesInTheDocumentation_AreThoseOfTheShapes()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "rulesets.md")).Replace("\r\n", "\n");
        var (begin, end) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        begin.Should().BePositive();
        end.Should().BeGreaterThan(begin);
        var tables = ReferenceText.Of(ShapeList.Of(RulesetShape.Shape));
        Golden.Matches(page[..(begin + Begin.Length)] + tables + "\n" + page[end..], "docs", "rulesets.md");
    }
}
