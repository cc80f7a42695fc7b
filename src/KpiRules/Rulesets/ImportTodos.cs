// Takes the text of a ruleset, warns of every comment by which an import says that something is left to do.
using KpiRules.Diagnostics;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class ImportTodos
{
    /// <summary>What the comment of an import begins with; behind it stands what is left to do, and a colon.</summary>
    public const string Mark = "TODO ";

    /// <summary>What such a comment ends with, by which it is told from an author's own note.</summary>
    public const string End = " imported:";

    /// <param name="source">Well-formed JSON with comments.</param>
    /// <param name="diagnostics">Takes a warning for each comment.</param>
    public static void Report(SourceText source, DiagnosticBag diagnostics)
    {
        foreach (var comment in JsonComments.In(source.Text))
        {
            var words = source.Text.Substring(comment.Start, comment.Length).Trim('/', '*', ' ', '\t');
            if (!words.StartsWith(Mark, System.StringComparison.Ordinal) || !words.EndsWith(End, System.StringComparison.Ordinal))
                continue;
            var start = source.Text.IndexOf(Mark, comment.Start, System.StringComparison.Ordinal);
            diagnostics.Add(RulesetFaults.LeftByImport(
                new SourcePlace(source, new SourceSpan(start, words.Length), SourcePath.Root), words.Substring(Mark.Length).TrimEnd(':')));
        }
    }
}
