// Takes the words that name rulesets, gives the files: shells that do not expand globs leave that to the tool.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Globs;

namespace KpiRules.Cli;

internal static class RulesetFiles
{
    /// <summary>Stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What standard input is called where a file would be.</summary>
    public const string InputName = "<stdin>";

    private const string Here = "";

    /// <summary>Each file once, in the order of the words, those of a glob in ordinal order.</summary>
    /// <exception cref="UsageException">A glob matches nothing.</exception>
    public static IReadOnlyList<string> Of(IEnumerable<string> words, string language) => words
        .SelectMany(word => Of(word, language)).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>The files that globs among the words match by now, which may be none.</summary>
    public static IReadOnlyList<string> ByNow(IEnumerable<string> words) => words
        .Where(word => FileGlob.Is(word, Here)).SelectMany(word => FileGlob.Matches(word, Here)).Distinct(StringComparer.Ordinal).ToList();

    private static IReadOnlyList<string> Of(string word, string language) => !FileGlob.Is(word, Here)
        ? [word]
        : FileGlob.Matches(word, Here) is { Count: > 0 } files ? files : throw new UsageException(ToolText.NoMatch(language, word));
}
