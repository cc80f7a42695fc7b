using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using FluentAssertions;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Tests.Documentation;

/// <summary>docs/diagnostics.md, which the tool quotes, and docs/diagnostics.zh.md tell of the same codes.</summary>
public sealed class DiagnosticPageTests
{
    [Fact]
    public void BothLanguages_HaveTheSameCodesInOneOrder() =>
        Codes("diagnostics.zh.md", "*警告：*").Should().Equal(Codes("diagnostics.md", "*warning:*"));

    [Theory]
    [InlineData("diagnostics.md")]
    [InlineData("diagnostics.zh.md")]
    public void EveryCode_StandsOnceWithCauseAndCure(string page)
    {
        var rows = Rows(page);
        rows.Select(cells => cells[1].Trim()).Should().OnlyHaveUniqueItems();
        rows.Should().OnlyContain(cells => cells.Length == 5 && cells[2].Trim().Length > 0 && cells[3].Trim().Length > 0);
    }

    /// <summary>With whether it is only a warning, as the page marks it.</summary>
    private static List<(string Code, bool IsWarning)> Codes(string page, string mark) =>
        Rows(page).Select(cells => (cells[1].Trim(), cells[2].Contains(mark, StringComparison.Ordinal))).ToList();

    private static List<string[]> Rows(string page) => File.ReadAllLines(Repository.PathOf("docs", page))
        .Where(line => line.StartsWith("| KPI", StringComparison.Ordinal))
        .Select(line => line.Replace("\\|", "", StringComparison.Ordinal).Split('|')).ToList();
}
