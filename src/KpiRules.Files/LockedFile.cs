// A file that is read, thought about and written anew, while everybody else who wants to do that waits.
using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;

namespace KpiRules.Files;

/// <summary>The lock is the system's, on an empty file <c>FILE.lock</c> that stays: it ends with the process, however that ends.</summary>
internal sealed class LockedFile : IDisposable
{
    private readonly FileStream _lock;
    private readonly Action<WriteStep>? _reached;

    private LockedFile(string path, FileStream locked, Action<WriteStep>? reached) => (FullPath, _lock, _reached) = (path, locked, reached);

    /// <summary>Where the file is, links followed.</summary>
    public string FullPath { get; }

    /// <param name="path">The file; it need not be there.</param>
    /// <param name="longest">How long others are waited for.</param>
    /// <param name="reached">As for <see cref="AtomicFile.Write"/>.</param>
    /// <exception cref="TimeoutException">Another holds the file for too long.</exception>
    /// <exception cref="IOException">It cannot be locked.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be locked.</exception>
    public static LockedFile Open(string path, TimeSpan longest, Action<WriteStep>? reached = null)
    {
        var target = FilePath.Resolve(path);
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException($"Could not find a part of the path '{path}'.");
        var locked = new LockedFile(target, Wait(target + ".lock", longest), reached);
        try
        {
            reached?.Invoke(WriteStep.Locked);
            return locked;
        }
        catch
        {
            locked.Dispose();
            throw;
        }
    }

    /// <summary>What the file holds; null when it is not there.</summary>
    public string? Read()
    {
        var text = File.Exists(FullPath) ? File.ReadAllText(FullPath, Encoding.UTF8) : null;
        _reached?.Invoke(WriteStep.Read);
        return text;
    }

    /// <inheritdoc cref="AtomicFile.Write"/>
    public void Write(string text) => AtomicFile.Write(FullPath, text, _reached);

    public void Dispose() => _lock.Dispose();

    private static FileStream Wait(string path, TimeSpan longest)
    {
        for (var clock = Stopwatch.StartNew(); ;)
        {
            try
            {
                return Lock(path);
            }
            catch (IOException fault) when (IsHeldByAnother(fault))
            {
                if (clock.Elapsed > longest)
                    throw new TimeoutException(path, fault);
                // not all at once again
                Thread.Sleep(Random.Shared.Next(5, 30));
            }
        }
    }

    private static FileStream Lock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (UnauthorizedAccessException) when (File.Exists(path))
        {
            // another user's: it can be locked by whoever may read it
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None, 1);
        }
    }

    /// <summary>Of Windows, Linux and the BSDs.</summary>
    private static bool IsHeldByAnother(IOException fault) => fault.HResult is unchecked((int)0x80070020) or 11 or 35;
}
