// A page of the documentation: its headings as anchors, its links and its blocks of code.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace KpiRules.Tests.Support;

internal sealed class MarkdownPage
{
    private readonly string _text;

    private MarkdownPage(string text) => _text = text;

    public static MarkdownPage Read(string file) => new(File.ReadAllText(file).Replace("\r\n", "\n"));

    /// <summary>The text without what stands in blocks of code.</summary>
    public string Prose => Regex.Replace(_text, "^ *```.*?^ *```", "", RegexOptions.Multiline | RegexOptions.Singleline);

    /// <summary>As those who show Markdown number headings that are alike: the second has -1 behind it.</summary>
    public IReadOnlyList<string> Anchors => Regex.Matches(Prose, "^#+ (.*)$", RegexOptions.Multiline)
        .Select(heading => AnchorOf(heading.Groups[1].Value)).GroupBy(anchor => anchor)
        .SelectMany(alike => alike.Select((anchor, i) => i == 0 ? anchor : $"{anchor}-{i}")).ToList();

    /// <summary>Where links of the prose lead, code in it left out.</summary>
    public IReadOnlyList<string> Links => Regex.Matches(Regex.Replace(Prose, "`[^`\n]*`", "code"), @"\]\(([^)\s]+)\)")
        .Select(link => link.Groups[1].Value).ToList();

    /// <summary>The chapters, by headings of the second level, each with its blocks of code and what language they name.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<(string Language, string Text)> Blocks)> Chapters =>
        Regex.Split(_text, "^## ", RegexOptions.Multiline).Skip(1).Select(chapter => (chapter.Split('\n')[0], Blocks(chapter))).ToList();

    private static IReadOnlyList<(string Language, string Text)> Blocks(string chapter) =>
        Regex.Matches(chapter, "^```(\\w*)\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(block => (block.Groups[1].Value, block.Groups[2].Value)).ToList();

    /// <summary>As GitHub makes it of a heading.</summary>
    public static string AnchorOf(string heading) => string.Concat(
        heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
}
