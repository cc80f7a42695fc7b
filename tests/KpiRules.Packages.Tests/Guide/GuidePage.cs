// Takes a page of the guide, gives what its reader does: files to write, commands to run, and what then is printed.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using KpiRules.Tests.Support;

namespace KpiRules.Packages.Tests.Guide;

internal sealed class GuidePage
{
    private static readonly Regex Fence = new(@"^```(\w*)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline);

    private readonly string _text;

    private GuidePage(string file) =>
        (Name, _text) = (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file).Replace("\r\n", "\n"));

    public static IReadOnlyList<GuidePage> All { get; } = Directory.GetFiles(Repository.PathOf("docs", "guide"), "*.md")
        .Order(StringComparer.Ordinal).Select(file => new GuidePage(file)).ToList();

    /// <summary>Has the files that every page begins with.</summary>
    public static GuidePage Beginning => All.Single(page => page.IsBeginning);

    public string Name { get; }

    public bool IsBeginning => Name == "README";

    public string Text => _text;

    public IEnumerable<GuideStep> Steps =>
        Fence.Matches(_text).Select(block => StepOf(block.Groups[1].Value, block.Groups[2].Value, block.Index));

    /// <summary>
    /// One script: what a command starts is there for those after it. Each run of commands ends with a line that tells where
    /// its output ends.
    /// </summary>
    /// <param name="folder">Where the page's files are kept until the script writes them.</param>
    public string Script(string folder)
    {
        // whatever runs in the background ends with the script, however that ends
        var script = new StringBuilder("set -euo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n");
        foreach (var (step, number) in (IsBeginning ? Steps : Beginning.Files.Concat(Steps)).Select((step, number) => (step, number)))
            if (step is FileStep file)
            {
                var kept = Path.Combine(folder, number.ToString());
                File.WriteAllText(kept, file.Content);
                script.Append($"mkdir -p \"$(dirname '{file.Name}')\"\ncp '{kept}' '{file.Name}'\n");
            }
            else if (step is CommandStep commands)
            {
                script.Append($"{commands.Lines}echo '{EndOfOutput}'\n");
            }

        return script.ToString();
    }

    public const string EndOfOutput = "== end of a block ==";

    private IEnumerable<GuideStep> Files => Steps.OfType<FileStep>();

    private GuideStep StepOf(string language, string content, int at)
    {
        if (Regex.Match(_text[..at], "`([^`\n]+)`:\n$") is { Success: true } named)
            return new FileStep(named.Groups[1].Value, content);
        return language switch
        {
            "sh" => new CommandStep(content),
            "text" => new OutputStep(content),
            // others: a block that nobody runs
            _ => throw new InvalidDataException($"{Name}.md: no test runs the block\n{content}"),
        };
    }
}

internal abstract record GuideStep;

internal sealed record FileStep(string Name, string Content) : GuideStep;

internal sealed record CommandStep(string Lines) : GuideStep;

/// <param name="Lines">What the commands before it print, all of it.</param>
internal sealed record OutputStep(string Lines) : GuideStep;
