// Takes what is odd in facts, gives the lines that tell of it: each thing once, and of many faults that are alike the first for all.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Cli;

internal sealed class IssueLines
{
    /// <summary>As many alike are told one by one: a column of a thousand takes one line.</summary>
    private const int MostAlike = 10;

    private IssueLines(IReadOnlyList<string> lines, int count) => (Lines, Count) = (lines, count);

    public IReadOnlyList<string> Lines { get; }

    /// <summary>How many issues there are, with those that have no line of their own.</summary>
    public int Count { get; }

    public static IssueLines Of(IEnumerable<DataIssue> issues, string language)
    {
        var written = issues.Select(issue => (Issue: issue, Line: issue.ToString(language))).DistinctBy(issue => issue.Line)
            .Select(issue => (issue.Line, Like: LikeWhat(issue.Issue) ?? issue.Line, Row: RowOf(issue.Issue))).ToList();
        var alike = written.GroupBy(issue => issue.Like).ToDictionary(
            group => group.Key, group => (group.First().Line, Count: group.Count(), Last: group.Max(issue => issue.Row)));
        var lines = new List<string>();
        foreach (var issue in written)
        {
            var (first, count, last) = alike[issue.Like];
            if (count <= MostAlike)
                lines.Add(issue.Line);
            else if (issue.Line == first)
                lines.Add(first + ToolText.MoreAlike(language, count - 1, last));
        }

        return new IssueLines(lines, written.Count);
    }

    public void Print(ToolConsole console)
    {
        foreach (var line in Lines)
            console.Error.WriteLine(line);
    }

    /// <summary>The kind, the file, and the fact or else the column; null where it is alike to nothing.</summary>
    private static string? LikeWhat(DataIssue issue)
    {
        var parts = issue.Origin?.Split(':') ?? [];
        return parts.Length >= 3 && RowOf(issue) > 0
            ? $"{issue.Code}\n{string.Join(':', parts[..^2])}\n{issue.Fact ?? parts[^1]}"
            : null;
    }

    /// <summary>Of a place such as <c>facts.csv:17:3</c>; 0 where it is another.</summary>
    private static int RowOf(DataIssue issue) =>
        issue.Origin?.Split(':') is [.., var row, _] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? line
            : 0;
}
