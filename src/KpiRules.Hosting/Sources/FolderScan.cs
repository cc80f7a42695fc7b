// One look at a folder: each file is read once, so that all who extend a base see the same one; later it says whether they are still so.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;
using KpiRules.Source;

namespace KpiRules.Hosting.Sources;

internal sealed class FolderScan(string name, string root)
{
    /// <summary>By path, each as it was when it was read; also where bases were looked for and not found. Asked by other threads.</summary>
    private readonly ConcurrentDictionary<string, (FileStamp Stamp, FileText? Text)> _read = new(StringComparer.Ordinal);

    /// <summary>Null when the file has gone since it was listed.</summary>
    public ListedRuleset? List(string path, bool mayBeOther)
    {
        var folder = Path.GetDirectoryName(path)!;
        return Read(path) is { } file
            ? new ListedRuleset(NameOf(path), file.Text, file.Faults, diagnostics => new Bases(this, folder, diagnostics), mayBeOther)
            : null;
    }

    /// <summary>Whether any file that was read is another now. From any thread; throws nothing.</summary>
    public bool HasChanged() => _read.Any(read => FileStamp.Of(read.Key) != read.Value.Stamp);

    private FileText? Read(string path)
    {
        if (!_read.TryGetValue(path, out var known))
        {
            var text = Read(path, out var stamp);
            _read[path] = known = (stamp, text);
        }

        return known.Text;
    }

    private FileText? Read(string path, out FileStamp stamp)
    {
        var diagnostics = new DiagnosticBag();
        try
        {
            var text = RulesetFile.Decode(NameOf(path), FileStamp.Read(path, out stamp), diagnostics);
            return new FileText(text, diagnostics.Sorted());
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            stamp = FileStamp.Of(fault);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            stamp = FileStamp.Of(fault);
            return new FileText(null, [CatalogueFaults.Unreadable(NameOf(path), fault.Message)]);
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
            var found = FolderSource.PathsOf(folder, id).Select(Path.GetFullPath).Select(scan.Read);
            if (found.FirstOrDefault(text => text is not null) is not { } file)
                return null;
            foreach (var fault in file.Faults)
                diagnostics.Add(fault);
            return file.Text is null ? null : new RulesetText(file.Text.Name, file.Text.Text);
        }
    }
}
