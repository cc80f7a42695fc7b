// One look at a folder: each file is read once, so that all who extend a base see the same one.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source;

namespace KpiRules.Hosting.Sources;

internal sealed class FolderScan(string name, string root)
{
    private readonly Dictionary<string, FileText> _read = new(StringComparer.Ordinal);

    /// <summary>Null when the file has gone since it was listed.</summary>
    public ListedRuleset? List(string path, bool mayBeOther)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Read(path) is { } file
            ? new ListedRuleset(NameOf(path), file.Text, file.Faults, diagnostics => new Bases(this, folder, diagnostics), mayBeOther)
            : null;
    }

    private FileText? Read(string path)
    {
        if (_read.TryGetValue(path, out var known))
            return known;
        var diagnostics = new DiagnosticBag();
        try
        {
            var text = RulesetFile.Read(path, diagnostics, NameOf(path));
            return _read[path] = new FileText(text, diagnostics.Sorted());
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return _read[path] = new FileText(null, [CatalogueFaults.Unreadable(NameOf(path), fault.Message)]);
        }
    }

    /// <summary>As the host wrote the folder, whatever the machine makes of it.</summary>
    private string NameOf(string path)
    {
        var folder = root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return path.StartsWith(folder, StringComparison.Ordinal)
            ? $"{name.TrimEnd('/', '\\')}/{path.Substring(folder.Length).Replace(Path.DirectorySeparatorChar, '/')}"
            : path;
    }

    private sealed record FileText(SourceText? Text, IReadOnlyList<Diagnostic> Faults);

    /// <summary>Looks where <see cref="Policy.Load"/> looks.</summary>
    private sealed class Bases(FolderScan scan, string folder, DiagnosticBag diagnostics) : IRulesetSource
    {
        public RulesetText? Find(string id)
        {
            var path = FolderSource.PathsOf(folder, id).Select(Path.GetFullPath).FirstOrDefault(File.Exists);
            if (path is null || scan.Read(path) is not { } file)
                return null;
            foreach (var fault in file.Faults)
                diagnostics.Add(fault);
            return file.Text is null ? null : new RulesetText(file.Text.Name, file.Text.Text);
        }
    }
}
