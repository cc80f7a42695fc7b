// Takes the fields of a row, reports where a value has a line break in it, and with which line the row then ends.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Reading;

internal static class LineBreaks
{
    /// <param name="source">What to call the rows in issues.</param>
    /// <param name="names">Of the columns.</param>
    /// <param name="row">The line on which the row begins.</param>
    public static void Report(DatasetBuilder builder, string source, IReadOnlyList<string> names, int row, IReadOnlyList<string?> fields)
    {
        if (In(fields, row) is not { } found)
            return;
        var origin = new RowOrigin(source, row, found.Column + 1).Written!;
        builder.Report(DataIssues.LineBreak(origin, names[found.Column], row, found.LastLine));
    }

    /// <summary>The first column with a line break in its value, from 0; null where no value has one.</summary>
    /// <param name="line">The line on which the row begins.</param>
    private static (int Column, int LastLine)? In(IReadOnlyList<string?> fields, int line)
    {
        int? first = null;
        for (var column = 0; column < fields.Count; column++)
        {
            var breaks = Count(fields[column] ?? "");
            if (breaks > 0)
                first ??= column;
            line += breaks;
        }

        return first is { } found ? (found, line) : null;
    }

    /// <summary>CR, LF and CRLF are one each.</summary>
    private static int Count(string text)
    {
        var count = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' ? i == 0 || text[i - 1] != '\r' : text[i] == '\r')
                count++;
        }

        return count;
    }
}
