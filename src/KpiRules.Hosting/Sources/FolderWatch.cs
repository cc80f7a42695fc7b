// Tells when anything below a folder changes, and goes on where another folder takes its place.
using System;
using System.IO;

namespace KpiRules.Hosting.Sources;

internal sealed class FolderWatch : IDisposable
{
    private readonly object _lock = new();
    private readonly string _path;
    private readonly Action _changed;
    private readonly FileSystemWatcher? _above;
    private FileSystemWatcher? _inside;
    private bool _isDisposed;

    /// <exception cref="Exception">Any, where the system cannot watch: no such folder, no more handles.</exception>
    public FolderWatch(string path, Action changed)
    {
        (_path, _changed) = (path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar), changed);
        lock (_lock)
        {
            try
            {
                // the system watches what a folder is, not how it is called: one deployed anew would change unseen
                if (Path.GetDirectoryName(_path) is { Length: > 0 } above)
                    _above = Begin(new FileSystemWatcher(above, Path.GetFileName(_path)) { NotifyFilter = NotifyFilters.DirectoryName | NotifyFilters.FileName }, Replace);
                _inside = WatchInside();
            }
            catch
            {
                Dispose();
                throw;
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _above?.Dispose();
            _inside?.Dispose();
        }
    }

    private static FileSystemWatcher Begin(FileSystemWatcher watcher, Action changed)
    {
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        // too much at once: what exactly is not known, so everything is looked at
        watcher.Error += (_, _) => changed();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    /// <summary>All files, not only JSON: a mounted volume is changed by exchanging a link.</summary>
    private FileSystemWatcher WatchInside() => Begin(new FileSystemWatcher(_path) { IncludeSubdirectories = true }, _changed);

    /// <summary>The folder has gone, or come: whichever is there now is watched before it is read.</summary>
    private void Replace()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            _inside?.Dispose();
            _inside = null;
            try
            {
                _inside = WatchInside();
            }
            catch (Exception)
            {
                // gone: its coming will be told; the reading says what is wrong
            }
        }

        _changed();
    }
}
