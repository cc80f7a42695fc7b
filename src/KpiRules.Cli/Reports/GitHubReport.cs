// Writes remarks as workflow commands of GitHub Actions, which shows them beside the lines of a pull request.
using System.Collections.Generic;
using System.IO;

namespace KpiRules.Cli.Reports;

internal static class GitHubReport
{
    /// <summary>What the ruleset waives is not said: a waiver is there to have peace.</summary>
    public static void Write(TextWriter output, CheckedRuleset file)
    {
        if (file.Read is null)
            output.WriteLine($"::error title=kpirules::{Data(file.Summary)}");
        foreach (var remark in file.Remarks)
        {
            if (remark.Waived is null)
                output.WriteLine($"::{Command(remark.Level)} {string.Join(",", Properties(remark))}::{Data(remark.Message)}");
        }

        if (file.Read is not null)
            output.WriteLine($"{file.File}: {file.Summary}");
    }

    /// <summary>Columns are understood of a place on one line only.</summary>
    private static IEnumerable<string> Properties(Remark remark)
    {
        yield return $"file={Property(remark.File.Replace('\\', '/'))}";
        yield return $"line={remark.Line}";
        if (remark.EndLine is { } endLine && endLine != remark.Line)
        {
            yield return $"endLine={endLine}";
        }
        else if (remark.Column is { } column)
        {
            yield return $"col={column}";
            if (remark.EndColumn is { } endColumn)
                yield return $"endColumn={endColumn}";
        }

        yield return $"title={Property(remark.Code)}";
    }

    private static string Command(RemarkLevel level) => level switch
    {
        RemarkLevel.Error => "error",
        RemarkLevel.Warning => "warning",
        RemarkLevel.Note => "notice",
    };

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
