// Takes the words that name rulesets, gives the files: shells that do not expand globs leave that to the tool.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.Extensions.FileSystemGlobbing;

namespace KpiRules.Cli;

internal static class RulesetFiles
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What standard input is called where a file would be.</summary>
    public const string InputName = "<stdin>";

    /// <summary>Each file once, in the order of the words, those of a glob in ordinal order.</summary>
    /// <exception cref="UsageException">A glob matches nothing.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> words, string language) => words
        .SelectMany(word => Of(word, language)).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>The files that globs among the words match by now, which may be none.</summary>
    public static IReadOnlyList<string> ByNow(IEnumerable<string> words) =>
        words.Where(IsGlob).SelectMany(Matches).Distinct(StringComparer.Ordinal).ToList();

    private static IReadOnlyList<string> Of(string word, string language) =>
        !IsGlob(word) ? [word] : Matches(word) is { Count: > 0 } files ? files : throw new UsageException(ToolText.NoMatch(language, word));

    /// <summary>A file may be called like one.</summary>
    private static bool IsGlob(string word) => word.Contains('*') && !File.Exists(word);

    private static IReadOnlyList<string> Matches(string word)
    {
        var (folder, pattern) = Split(word.Replace(Path.DirectorySeparatorChar, '/'));
        var matcher = new Matcher(OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        matcher.AddInclude(pattern);
        string[] files = Directory.Exists(folder.Length == 0 ? "." : folder)
            ? [.. matcher.GetResultsInFullPath(folder.Length == 0 ? "." : folder)]
            : [];
        return files.Select(file => folder + Path.GetRelativePath(folder.Length == 0 ? "." : folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal).ToList();
    }

    /// <summary>The part before the first wildcard names a folder, with its last stroke; empty for the current one.</summary>
    private static (string Folder, string Pattern) Split(string glob)
    {
        var stroke = glob.LastIndexOf('/', glob.IndexOf('*'));
        return (glob[..(stroke + 1)], glob[(stroke + 1)..]);
    }
}
