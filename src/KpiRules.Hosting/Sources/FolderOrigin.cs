// Rulesets in a folder: its *.json, and the ruleset.json of each folder in it.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace KpiRules.Hosting.Sources;

/// <param name="name">The folder as the host wrote it: the beginning of its files' names.</param>
/// <param name="path">The full path.</param>
internal sealed class FolderOrigin(string name, string path) : RulesetOrigin(name)
{
    public override Task<IReadOnlyList<ListedRuleset>> ListAsync(CancellationToken cancellation)
    {
        var scan = new FolderScan(Name, path);
        var files = Files(path).Select(file => scan.List(file, mayBeOther: true));
        var inFolders = Directory.GetDirectories(path).Where(IsVisible).OrderBy(folder => folder, StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "ruleset.json")).Where(File.Exists).Select(file => scan.List(file, mayBeOther: false));
        return Task.FromResult<IReadOnlyList<ListedRuleset>>(files.Concat(inFolders).OfType<ListedRuleset>().ToList());
    }

    public override IDisposable Watch(Action changed) => new FolderWatch(path, changed);

    /// <summary>What begins with a dot is the system's or an editor's.</summary>
    private static bool IsVisible(string path) => !Path.GetFileName(path).StartsWith(".", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder)
        .Where(file => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && IsVisible(file))
        .OrderBy(file => file, StringComparer.Ordinal);
}
