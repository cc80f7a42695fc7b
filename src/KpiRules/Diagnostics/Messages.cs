// Takes the key of a message and its facts, gives the text in Chinese or English.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using KpiRules.Source;
using Newtonsoft.Json;

namespace KpiRules.Diagnostics;

internal static class Messages
{
    private const int LongestWords = 120;

    private static readonly Lazy<Dictionary<string, string>> English = new(() => Load("en"));
    private static readonly Lazy<Dictionary<string, string>> Chinese = new(() => Load("zh"));

    /// <summary>The keys of one language, for tests that hold the two against each other.</summary>
    internal static IReadOnlyDictionary<string, string> All(string language) => (IsChinese(language) ? Chinese : English).Value;

    /// <summary>The codes of all diagnostics and issues.</summary>
    public static IEnumerable<string> Codes => English.Value.Keys.Where(key => key.StartsWith("KPI", StringComparison.Ordinal));

    /// <summary>Chinese for zh, zh-CN and the like; English for everything else.</summary>
    public static bool IsChinese(string? language) => language?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true;

    public static string Format(string language, string key, params object[] arguments)
    {
        var written = arguments.Select(argument => Write(language, argument)).ToArray<object>();
        return string.Format(CultureInfo.InvariantCulture, All(language)[key], written);
    }

    private static string Write(string language, object argument) => argument switch
    {
        Term term => Format(language, term.Key, term.Arguments),
        Func<string, string> telling => telling(language),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => OnOneLine(argument.ToString() ?? ""),
    };

    /// <summary>An author's own words on one line and of bearable length, whatever the author put into them.</summary>
    public static string OnOneLine(string words) =>
        string.Concat(ShortText.Of(words, LongestWords).Select(c => DisplayWidth.IsInvisible(c) ? '·' : c));

    private static Dictionary<string, string> Load(string language)
    {
        using var stream = typeof(Messages).Assembly.GetManifestResourceStream($"KpiRules.Messages.{language}.json")!;
        using var reader = new JsonTextReader(new StreamReader(stream)) { DateParseHandling = DateParseHandling.None };
        // token by token: to have Newtonsoft fill a dictionary would need reflection, which trimming takes away
        var messages = new Dictionary<string, string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonToken.PropertyName)
                messages.Add((string)reader.Value!, reader.ReadAsString()!);
        }

        return messages;
    }
}
