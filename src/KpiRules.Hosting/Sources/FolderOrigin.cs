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
    /// <summary>The rulesets in folders of the last reading.</summary>
    private HashSet<string> _known = [];

    public override Task<IReadOnlyList<ListedRuleset>> ListAsync(CancellationToken cancellation)
    {
        var scan = new FolderScan(Name, path);
        var files = Files(path).Select(file => scan.List(file, mayBeOther: true));
        var inFolders = Directory.GetDirectories(path).Where(IsVisible).OrderBy(folder => folder, StringComparer.Ordinal)
            .Select(folder => Path.Combine(folder, "ruleset.json")).Where(IsThere).ToList();
        (_known, var rulesets) = ([.. inFolders], inFolders.Select(file => scan.List(file, mayBeOther: false)));
        return Task.FromResult<IReadOnlyList<ListedRuleset>>(files.Concat(rulesets).OfType<ListedRuleset>().ToList());
    }

    public override IDisposable Watch(Action changed) => new FolderWatch(path, changed);

    /// <summary>To the system a file in a folder that may not be looked into does not exist; one that was there before is not deleted by that.</summary>
    private bool IsThere(string path)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.Directory) == 0;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return _known.Contains(path);
        }
    }

    /// <summary>What begins with a dot is the system's or an editor's.</summary>
    private static bool IsVisible(string path) => !Path.GetFileName(path).StartsWith(".", StringComparison.Ordinal);

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder)
        .Where(file => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && IsVisible(file))
        .OrderBy(file => file, StringComparer.Ordinal);
}
