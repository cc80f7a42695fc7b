using System;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using Xunit;

namespace KpiRules.Cli.Tests;

public sealed class TextTableTests
{
    [Fact]
    public void ANarrowTerminal_BreaksTexts_ButNoFigureAndNoWord()
    {
        var table = Table("the collection of the month is 3.5 points below the gate of eighty percent");
        var narrow = table.ToString(60);
        narrow.Split('\n').Should().OnlyContain(line => line.Length <= 60).And.HaveCountGreaterThan(table.ToString().Split('\n').Length);
        Words(narrow).Should().BeEquivalentTo(Words(table.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(500)]
    [InlineData(20)]
    public void WhatFits_AndWhatCannotFit_IsAsInAFile(int? width)
    {
        var table = Table("below the gate");
        table.ToString(width).Should().Be(table.ToString());
    }

    /// <summary>Whatever the terminal: what a table shows it shows whole.</summary>
    [Fact]
    public void NothingIsCutOff_AtAnyWidth()
    {
        var random = new Random(7);
        for (var i = 0; i < 200; i++)
        {
            var words = Enumerable.Range(0, random.Next(1, 12))
                .Select(n => random.Next(4) == 0 ? "回款率" + n : new string('w', random.Next(1, 9)));
            var table = Table(string.Join(" ", words));
            Letters(table.ToString(random.Next(10, 120))).Should().Be(Letters(table.ToString()));
        }
    }

    private static TextTable Table(string note)
    {
        var table = new TextTable([("subject", false), ("value", true), ("note", false)]);
        table.Add(["ann", "1,234,567.89", note]);
        table.Add(["陈静", "-12.5%", ""]);
        return table;
    }

    private static string[] Words(string table) => table.Split([' ', '\n', '─', '│'], StringSplitOptions.RemoveEmptyEntries);

    private static string Letters(string table) => string.Concat(Regex.Replace(table, "[\\s─│-]", "").Order());
}
