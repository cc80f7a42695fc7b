// Takes a code, gives what docs/diagnostics.md says of it: the one place where codes are described.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace KpiRules.Cli.Reports;

/// <param name="Meaning">What is wrong, in English.</param>
/// <param name="WayOut">What to do.</param>
/// <param name="Section">The anchor of the section it stands in.</param>
internal sealed record DocumentedCode(string Meaning, string WayOut, string Section);

internal static class DocumentedCodes
{
    public const string Page = "docs/diagnostics.md";

    private static readonly Lazy<IReadOnlyDictionary<string, DocumentedCode>> Codes = new(Read);

    /// <summary>Null for what is no code of the page.</summary>
    public static DocumentedCode? Of(string code) => Codes.Value.GetValueOrDefault(code);

    private static Dictionary<string, DocumentedCode> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("diagnostics.md")!;
        using var reader = new StreamReader(stream);
        var (codes, section) = (new Dictionary<string, DocumentedCode>(), "");
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                section = AnchorOf(line[3..]);
            // a pipe within a cell is written \|
            var cells = line.Replace("\\|", "\0").Split('|').Select(cell => cell.Trim().Replace('\0', '|')).ToArray();
            if (cells.Length >= 4 && cells[1].StartsWith("KPI", StringComparison.Ordinal))
                codes.TryAdd(cells[1], new DocumentedCode(cells[2], cells[3], section));
        }

        return codes;
    }

    /// <summary>As renderers of Markdown make it of a heading.</summary>
    private static string AnchorOf(string heading) =>
        string.Concat(heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-')).Replace(' ', '-');
}
