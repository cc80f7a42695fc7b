using System.Collections.Generic;
using FluentAssertions;
using KpiRules.Cli.Csv;
using Xunit;

namespace KpiRules.Cli.Tests.Csv;

/// <summary>A text, and its rows: the line each begins on, and its fields between bars, or ? where a quote is out of place.</summary>
public sealed class CsvRowsTests
{
    [Theory]
    // a quote costs its own row and no other
    [InlineData("s,p,v\na,1,\"x\nb,2,y\nc,3,z\"\nd,4,w", "1 s|p|v", "2 ?", "3 b|2|y", "4 ?", "5 d|4|w")]
    [InlineData("s,p,v\n\"a,1,x\nb\",2,y\nc,3,z", "1 s|p|v", "2 ?", "3 ?", "4 c|3|z")]
    [InlineData("s,p,v\na,1,\"x\nb,2,y\"\n", "1 s|p|v", "2 ?", "3 ?")]
    [InlineData("s,p,v\na\"a,1,x\nb,2,y\nc\"c,3,z\n", "1 s|p|v", "2 ?", "3 b|2|y", "4 ?")]
    [InlineData("s,p,v\n\"a\"a,1,x\nb,2,y", "1 s|p|v", "2 ?", "3 b|2|y")]
    [InlineData("s,p,v\na,1,\"x\nb,2,y", "1 s|p|v", "2 ?", "3 b|2|y")]
    [InlineData("s,p,v\n\"\"\"a,1,x\nb,2,\"\"\nc,3,z", "1 s|p|v", "2 ?", "3 b|2|", "4 c|3|z")]
    // a value over several lines, where it can be nothing else
    [InlineData("s,p,v\na,1,\"x\ny\"\nb,2,z", "1 s|p|v", "2 a|1|x\ny", "4 b|2|z")]
    [InlineData("s,p,v\na,\"x\r\n\r\n\"\"y\"\"\",1\nb,2,z", "1 s|p|v", "2 a|x\r\n\r\n\"y\"|1", "5 b|2|z")]
    [InlineData("s,p,v\n\"a\nb\",\"c\nd\",1", "1 s|p|v", "2 a\nb|c\nd|1")]
    [InlineData("s,\"v\n(CNY)\"\na,1", "1 s|v\n(CNY)", "3 a|1")]
    [InlineData("s,\"v\na,1\nb,2\"\nc,3", "1 ?", "2 a|1", "3 ?", "4 c|3")]
    // what spreadsheets and editors of all countries write
    [InlineData("\uFEFF\uFEFFs;p;v\r\na;1,5;\"x;y\"\r\n\r\nb;2;\r\n", "1 s|p|v", "2 a|1,5|x;y", "4 b|2|")]
    [InlineData("\n\ns\tp\ra\t1\r\rb\t2", "3 s|p", "4 a|1", "6 b|2")]
    [InlineData("\"s;t\",p\n\"a\"\"b\",2", "1 s;t|p", "2 a\"b|2")]
    [InlineData("s,p\na\na,1,\n ,\n\"\"", "1 s|p", "2 a", "3 a|1|", "4  |", "5 ")]
    [InlineData("s,p\n'=a,'-1\n''=a,'x\n", "1 s|p", "2 =a|-1", "3 '=a|'x")]
    [InlineData("\uFEFF\r\n\r\n")]
    [InlineData("")]
    public void Rows(string text, params string[] expected) => RowsOf(text).Should().Equal(expected);

    /// <summary>What is written is read back as it was, and Excel takes none of it for a formula.</summary>
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+86 138")]
    [InlineData("-ann")]
    [InlineData("@ann")]
    [InlineData("\tann")]
    [InlineData("\rann")]
    [InlineData("  =cmd|' /C calc'!A0")]
    [InlineData("＝1＋1")]
    [InlineData("'=ann")]
    [InlineData("''-ann")]
    [InlineData("'ann")]
    [InlineData("an=n, \"the\" 1st\r\nand only")]
    [InlineData(" 陈静 ")]
    [InlineData("")]
    public void Text_ComesBackAsItWas(string words)
    {
        var text = new CsvWriter().Row("id", "number", "note").Text(words).Number(-1).Text("").EndRow().ToString();
        RowsOf(text).Should().Equal("1 id|number|note", $"2 {words}|-1|");
        text.Should().StartWith("\uFEFFid,number,note\r\n").And.NotMatchRegex("\n *\"? *[-=+@\t\r＝＋－＠]");
    }

    [Fact]
    public void Numbers_StayNumbers() =>
        new CsvWriter().Number(-1234.50m).Number(null).Number(0.0000001m).EndRow().ToString().Should().Be("\uFEFF-1234.5,,0.0000001\r\n");

    private static IEnumerable<string> RowsOf(string text)
    {
        var rows = new CsvRows(text);
        while (rows.MoveNext())
            yield return $"{rows.Line} {(rows.IsMalformed ? "?" : string.Join('|', rows.Fields))}";
    }
}
