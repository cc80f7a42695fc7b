// Finds the bases of a ruleset beside its file.
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Rulesets;

/// <summary>Looks for <c>id.json</c> in a folder, then for <c>id/ruleset.json</c> beside the folder.</summary>
internal sealed class FolderSource(string folder, DiagnosticBag diagnostics) : IRulesetSource
{
    /// <summary>Where the ruleset of an id may be, the first place first; nowhere for an id that no file can be named by.</summary>
    public static IReadOnlyList<string> PathsOf(string folder, string id) =>
        id.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || id is "." or ".."
            ? []
            : [Path.Combine(folder, id + ".json"), Path.Combine(folder, "..", id, "ruleset.json")];

    public RulesetText? Find(string id) => PathsOf(folder, id).FirstOrDefault(File.Exists) is { } path
        ? new RulesetText(path, RulesetFile.Read(path, diagnostics).Text)
        : null;
}
