// Options and files that several commands share.
using System.CommandLine;
using System.IO;
using KpiRules.Facts;

namespace KpiRules.Cli;

internal static class CommonOptions
{
    /// <summary>What is spoken before a ruleset has said otherwise.</summary>
    public const string UnknownLanguage = "en";

    public static Option<string?> Language()
    {
        var option = new Option<string?>("--language")
        {
            Description = "Language of messages: zh or en. Without it, the one the ruleset asks for."
        };
        option.AcceptOnlyFromAmong("zh", "en");
        return option;
    }

    /// <exception cref="UsageException">It is not a period.</exception>
    public static Period PeriodOf(string written, string option, string language) =>
        Period.TryParse(written, out var period) ? period : throw new UsageException(ToolText.BadPeriod(language, option, written));

    /// <summary>A period, or the first and the last of several: <c>2020-01..2020-06</c>.</summary>
    /// <exception cref="UsageException">It is neither.</exception>
    public static (Period From, Period To) RangeOf(string written, string option, string language)
    {
        var dots = written.IndexOf("..", System.StringComparison.Ordinal);
        if (dots < 0)
            return PeriodOf(written, option, language) is var period ? (period, period) : default;
        var (from, to) = (PeriodOf(written[..dots], option, language), PeriodOf(written[(dots + 2)..], option, language));
        return from.Kind == to.Kind && from.IsFiscal == to.IsFiscal && from.CompareTo(to) <= 0
            ? (from, to)
            : throw new UsageException(ToolText.BadRange(language, option, written));
    }

    public static Argument<string[]> Rulesets() => new("FILE")
    {
        Description = "One or more ruleset files; globs such as 'rulesets/**/ruleset.json'; - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static PolicyReadResult ReadRuleset(string path, string? askedLanguage)
    {
        try
        {
            return Policy.ReadFile(path);
        }
        catch (System.Exception fault) when (fault is IOException or System.UnauthorizedAccessException)
        {
            throw Unreadable(path, fault, askedLanguage ?? UnknownLanguage);
        }
    }

    /// <summary>As above, of a word that may mean standard input; its bases are looked for in the current folder.</summary>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    public static PolicyReadResult ReadRuleset(ToolConsole console, string path, string? askedLanguage) =>
        path == RulesetFiles.StandardInput
            ? Policy.ReadBytes(console.ReadInput(), RulesetFiles.InputName, ".")
            : ReadRuleset(path, askedLanguage);

    /// <summary>As above, of a command that writes a file: only the ruleset says which bases it stands on, and they are read too.</summary>
    /// <param name="option">What names the output, such as <c>--out</c>.</param>
    /// <param name="output">Null for none.</param>
    /// <exception cref="UsageException">The file cannot be read, or the output is a base.</exception>
    public static PolicyReadResult ReadRuleset(string path, string? askedLanguage, string option, string? output)
    {
        var read = ReadRuleset(path, askedLanguage);
        OutputFile.Check(option, output, read.Bases, askedLanguage ?? read.Language);
        return read;
    }

    public static UsageException Unreadable(string path, System.Exception fault, string language) => new(fault switch
    {
        FileNotFoundException or DirectoryNotFoundException => ToolText.NoFile(language, path),
        _ when Directory.Exists(path) => ToolText.IsFolder(language, path),
        _ => ToolText.CannotBeRead(language, path, fault.Message),
    });

    /// <summary>Prints every diagnostic with its line, and how many more there are.</summary>
    public static void Print(PolicyReadResult read, TextWriter writer, string language)
    {
        if (read.Diagnostics.Count > 0)
            writer.WriteLine(read.Print(language));
    }
}
