// Takes the text of a ruleset, gives a policy or the diagnostics that say why there is none.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Linting;
using KpiRules.Rulesets;
using KpiRules.Sections;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules;

internal static class PolicyReader
{
    public static PolicyReadResult ReadFile(string path)
    {
        var diagnostics = new DiagnosticBag();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return Read(RulesetFile.Read(path, diagnostics), new FolderSource(folder, diagnostics), diagnostics);
    }

    public static PolicyReadResult ReadBytes(byte[] content, string name, string folder)
    {
        var diagnostics = new DiagnosticBag();
        return Read(RulesetFile.Decode(name, content, diagnostics), new FolderSource(Path.GetFullPath(folder), diagnostics), diagnostics);
    }

    /// <summary>
    /// Text → JSON, merged with what it extends → ruleset → cells → policy; each stage runs only if the one before left
    /// something to work on.
    /// </summary>
    public static PolicyReadResult Read(SourceText source, IRulesetSource? bases, DiagnosticBag diagnostics)
    {
        var json = diagnostics.HasErrors ? null : RulesetExtension.ReadDocument(source, diagnostics);
        var extension = new RulesetExtension(bases, diagnostics);
        return Read(json is null ? null : extension.Merge(json), extension.Bases, diagnostics);
    }

    /// <summary>A ruleset that was read before, with something else in it.</summary>
    public static PolicyReadResult Read(JsonObject ruleset) => Read(ruleset, [], new DiagnosticBag());

    private static PolicyReadResult Read(JsonValue? merged, IReadOnlyList<string> bases, DiagnosticBag diagnostics)
    {
        var ruleset = merged is null ? null : new RulesetReader(diagnostics).Read(merged);
        var sheet = ruleset is null ? null : PolicyLowering.Lower(ruleset, diagnostics);
        var sorted = diagnostics.Sorted();
        var told = sorted.Where(diagnostic => ruleset is null || Doubts.WaiverOf(ruleset, diagnostic) is null).ToList().AsReadOnly();
        var policy = sheet is null || diagnostics.HasErrors ? null : new Policy(new PolicyDescription(ruleset!, sheet, told));
        var doubts = policy is null ? Doubts.None : Doubts.Of(ruleset!, sheet!, sorted);
        return new PolicyReadResult(policy, told, diagnostics.Count - sorted.Count, ruleset?.Settings.Language ?? "zh", bases, doubts);
    }
}
