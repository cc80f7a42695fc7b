// Tells when anything below a folder changes, and goes on where another folder takes its place.
using System;
using System.IO;
using System.Threading;

namespace KpiRules.Hosting.Sources;

/// <summary>
/// The system tells most changes at once. It watches what a folder is, not how it is called, and may lose events or have no
/// watch to give: so the folder is also looked at in intervals, and whatever is there then is watched from then on.
/// </summary>
internal sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    /// <summary>Looking takes at most this part of the time: a slow share is looked at more seldom.</summary>
    private const int PartOfTime = 50;

    private const NotifyFilters Names = NotifyFilters.DirectoryName | NotifyFilters.FileName;

    private readonly object _lock = new();
    private readonly string _path;
    private readonly Func<bool> _hasChanged;
    private readonly Action _changed;
    private readonly Action<Exception, TimeSpan> _cannotWatch;
    private readonly TimeProvider _time;
    private readonly ITimer _looking;
    private FileSystemWatcher? _above;
    private FileSystemWatcher? _inside;
    private bool _isTold;
    private bool _isDisposed;

    /// <param name="hasChanged">Whether the folder holds anything else than when it was last read. Throws nothing.</param>
    /// <param name="changed">Called, from any thread, when something may have changed; what is there then is already watched.</param>
    /// <param name="cannotWatch">Told once when the system cannot watch a folder that is there, and how often it is looked at
    /// instead.</param>
    public FolderWatch(string path, Func<bool> hasChanged, Action changed, Action<Exception, TimeSpan> cannotWatch, TimeProvider time)
    {
        _path = path.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        (_hasChanged, _changed, _cannotWatch, _time) = (hasChanged, changed, cannotWatch, time);
        lock (_lock)
        {
            Renew();
            _looking = time.CreateTimer(_ => Look(), null, LookEvery, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            _looking.Dispose();
            _above?.Dispose();
            _inside?.Dispose();
        }
    }

    private void Look()
    {
        var began = _time.GetTimestamp();
        var isWatched = Volatile.Read(ref _inside) is not null;
        if (!isWatched)
            Renew();
        if (_hasChanged())
        {
            // a change that no event told, or has not yet: what is watched may not be what is there
            if (isWatched)
                Renew();
            _changed();
        }

        var pause = TimeSpan.FromTicks(Math.Max(LookEvery.Ticks, _time.GetElapsedTime(began).Ticks * PartOfTime));
        lock (_lock)
        {
            if (!_isDisposed)
                _looking.Change(pause, Timeout.InfiniteTimeSpan);
        }
    }

    private void Renew()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            var before = _above;
            // where the folder is only a name: one deployed anew would change unseen
            _above = Path.GetDirectoryName(_path) is { Length: > 0 } above
                ? TryBegin(() => new FileSystemWatcher(above, Path.GetFileName(_path)) { NotifyFilter = Names }, Replace)
                : null;
            before?.Dispose();
            RenewInside();
        }
    }

    /// <summary>The folder has gone, or come: whichever is there now is watched before it is read.</summary>
    private void Replace()
    {
        lock (_lock)
        {
            if (_isDisposed)
                return;
            RenewInside();
        }

        _changed();
    }

    /// <summary>All files, not only JSON: a mounted volume is changed by exchanging a link.</summary>
    private void RenewInside()
    {
        var before = _inside;
        Volatile.Write(ref _inside, TryBegin(() => new FileSystemWatcher(_path) { IncludeSubdirectories = true }, _changed));
        before?.Dispose();
        if (_inside is not null)
            _isTold = false;
    }

    private FileSystemWatcher? TryBegin(Func<FileSystemWatcher> create, Action changed)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = create();
            watcher.Changed += (_, _) => changed();
            watcher.Created += (_, _) => changed();
            watcher.Deleted += (_, _) => changed();
            watcher.Renamed += (_, _) => changed();
            watcher.Error += (_, _) => ThreadPool.QueueUserWorkItem(_ => StartAnew());
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception fault)
        {
            watcher?.Dispose();
            // of a folder that is not there the reading says so
            if (!_isTold && Directory.Exists(_path))
            {
                _isTold = true;
                _cannotWatch(fault, LookEvery);
            }

            return null;
        }
    }

    /// <summary>
    /// Too much at once, or the watch is lost: what has changed is not known, so everything is watched anew and looked at.
    /// </summary>
    private void StartAnew()
    {
        Renew();
        _changed();
    }
}
