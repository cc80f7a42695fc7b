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
        var written = issues.Select(issue => (Issue: issue, Line: issue.ToString(language))).DistinctBy(issue => issue.Line).ToList();
        var groups = written.GroupBy(issue => LikeWhat(issue.Issue) ?? issue.Line)
            .ToDictionary(group => group.Key, group => group.ToList());
        var lines = new List<string>();
        foreach (var (issue, line) in written)
        {
            var alike = groups[LikeWhat(issue) ?? line];
            if (alike.Count <= MostAlike)
                lines.Add(line);
            else if (alike[0].Line == line)
                lines.Add(line + ToolText.MoreAlike(language, alike.Count - 1, alike.Max(one => RowOf(one.Issue.Origin!))));
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
        return parts.Length >= 3 && RowOf(issue.Origin!) > 0
            ? $"{issue.Code}\n{string.Join(':', parts[..^2])}\n{issue.Fact ?? parts[^1]}"
            : null;
    }

    /// <summary>Of a place such as <c>facts.csv:17:3</c>; 0 where it is another.</summary>
    private static int RowOf(string origin) =>
        origin.Split(':') is [.., var row, _] && int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var line)
            ? line
            : 0;
}
