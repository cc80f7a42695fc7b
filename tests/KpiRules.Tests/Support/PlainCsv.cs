// Reads the files of examples as plain rows, without any of the library that is held against them.
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using FluentAssertions;

namespace KpiRules.Tests.Support;

internal static class PlainCsv
{
    public static (string[] Header, List<string[]> Rows) Read(string path)
    {
        var lines = File.ReadAllLines(path);
        lines.Should().NotContain(line => line.Contains('"'), "a comma always separates in these files");
        return (lines[0].Split(','), lines.Skip(1).Select(line => line.Split(',')).ToList());
    }

    /// <summary>Null where nothing is written.</summary>
    public static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
