// Finds the bases of a ruleset beside its file.
using System.IO;
using KpiRules.Diagnostics;

namespace KpiRules.Rulesets;

/// <summary>Looks for <c>id.json</c> in a folder, then for <c>id/ruleset.json</c> beside the folder.</summary>
internal sealed class FolderSource(string folder, DiagnosticBag diagnostics) : IRulesetSource
{
    public RulesetText? Find(string id)
    {
        if (id.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || id is "." or "..")
            return null;
        foreach (var path in new[] { Path.Combine(folder, id + ".json"), Path.Combine(folder, "..", id, "ruleset.json") })
        {
            if (File.Exists(path))
                return new RulesetText(path, RulesetFile.Read(path, diagnostics).Text);
        }

        return null;
    }
}
