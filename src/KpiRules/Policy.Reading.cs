// The front door: text in, policy out.
using System;
using System.IO;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source;

namespace KpiRules;

public sealed partial class Policy
{
    /// <summary>Reads a ruleset from a file.</summary>
    /// <param name="path">
    /// The file, in UTF-8. A base it <c>extends</c> is looked for beside it: <c>id.json</c>, then <c>../id/ruleset.json</c>.
    /// </param>
    /// <exception cref="RulesetException">The ruleset has errors; all are listed.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Policy Load(string path)
    {
        var read = ReadFile(path);
        return read.Policy ?? throw new RulesetException(read);
    }

    /// <summary>Reads a ruleset from a file. Never throws for a bad ruleset.</summary>
    /// <param name="path">
    /// The file, in UTF-8. A base it <c>extends</c> is looked for beside it: <c>id.json</c>, then <c>../id/ruleset.json</c>.
    /// </param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static PolicyReadResult ReadFile(string path) => PolicyReader.ReadFile(path);

    /// <summary>Reads a ruleset from the bytes of a file that is none, such as standard input. Never throws for a bad ruleset.</summary>
    /// <param name="content">The ruleset, in UTF-8; the array is not kept.</param>
    /// <param name="name">The name by which diagnostics call it.</param>
    /// <param name="folder">Where a base it <c>extends</c> is looked for, as beside a file of this folder.</param>
    public static PolicyReadResult ReadBytes(byte[] content, string name, string folder) => PolicyReader.ReadBytes(
        content ?? throw new ArgumentNullException(nameof(content)),
        name ?? throw new ArgumentNullException(nameof(name)),
        folder ?? throw new ArgumentNullException(nameof(folder)));

    /// <summary>Reads a ruleset from text. Never throws for a bad ruleset.</summary>
    /// <param name="text">The JSON of the ruleset.</param>
    /// <param name="name">The name by which diagnostics call the text, usually its file name.</param>
    /// <param name="source">Where the ruleset it <c>extends</c> is to be found; null when it extends none.</param>
    public static PolicyReadResult Read(string text, string name = "ruleset.json", IRulesetSource? source = null) => PolicyReader.Read(
        new SourceText(name ?? throw new ArgumentNullException(nameof(name)), text ?? throw new ArgumentNullException(nameof(text))),
        source,
        new DiagnosticBag());
}
