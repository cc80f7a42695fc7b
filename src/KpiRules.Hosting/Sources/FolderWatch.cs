// Tells when anything below a folder changes.
using System;
using System.IO;

namespace KpiRules.Hosting.Sources;

internal sealed class FolderWatch : IDisposable
{
    private readonly FileSystemWatcher _watcher;

    /// <exception cref="Exception">Any, where the system cannot watch: no such folder, no more handles.</exception>
    public FolderWatch(string path, Action changed)
    {
        // all files, not only JSON: a mounted volume is changed by exchanging a link
        _watcher = new FileSystemWatcher(path) { IncludeSubdirectories = true };
        _watcher.Changed += (_, _) => changed();
        _watcher.Created += (_, _) => changed();
        _watcher.Deleted += (_, _) => changed();
        _watcher.Renamed += (_, _) => changed();
        // too much at once: what exactly is not known, so everything is looked at
        _watcher.Error += (_, _) => changed();
        _watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => _watcher.Dispose();
}
