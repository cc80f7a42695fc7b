// In which language help is, and what it says in Chinese.
using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace KpiRules.Cli;

internal static class HelpLanguage
{
    /// <summary>Of a language of Windows, the bits that say which it is, whatever the country.</summary>
    private const int PrimaryLanguage = 0x3ff, Chinese = 0x04;

    private static readonly string[] Headings =
    [
        "Description:", "Usage:", "Arguments:", "Options:", "Commands:", "Examples:", "(REQUIRED)", "[options]", "[command]", "[default: ",
    ];

    /// <summary>As the environment asks: the first variable that is set decides, and on Windows the language of its windows.</summary>
    /// <param name="variable">Gives a variable of the environment; null where it is not set.</param>
    public static string Of(Func<string, string?> variable)
    {
        var asked = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        var isChinese = asked is null
            ? OperatingSystem.IsWindows() && (GetUserDefaultUILanguage() & PrimaryLanguage) == Chinese
            : asked.StartsWith("zh", StringComparison.OrdinalIgnoreCase);
        return isChinese ? "zh" : "en";
    }

    /// <summary>What has no Chinese yet stays as it is.</summary>
    public static void Translate(Command command)
    {
        var words = Words();
        foreach (var symbol in Symbols(command))
            symbol.Description = symbol.Description is { } english ? words.GetValueOrDefault(english, english) : null;
    }

    /// <summary>The words that the parser's own help adds.</summary>
    public static string Translate(string help)
    {
        var words = Words();
        return Headings.Aggregate(help, (text, heading) => text.Replace(heading, words[heading], StringComparison.Ordinal));
    }

    /// <summary>All that the help of a command describes.</summary>
    public static IEnumerable<Symbol> Symbols(Command command) =>
        [command, .. command.Arguments, .. command.Options, .. command.Subcommands];

    public static IReadOnlyDictionary<string, string> Words()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Help.zh.json")!;
        using var json = JsonDocument.Parse(stream);
        return json.RootElement.EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetString()!);
    }

    // the tool runs without globalization, so that .NET does not know it
    [DllImport("kernel32.dll")]
    private static extern ushort GetUserDefaultUILanguage();
}
