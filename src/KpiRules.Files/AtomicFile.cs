// Takes a path and a text, puts the text there whole: whoever looks sees the old file or the new one, whatever happens on the way.
using System;
using System.IO;
using System.Text;

namespace KpiRules.Files;

internal static class AtomicFile
{
    /// <summary>
    /// Writes a file beside the one at the path, to the disk, and lets it take that one's place. A link stays a link: what it
    /// leads to is written. Mode, owner and group stay where the system allows it. What is no file, such as a pipe or a
    /// terminal, is written to as it is.
    /// </summary>
    /// <param name="reached">Called after each step; what it throws is as if the step had failed. Null for nothing.</param>
    /// <exception cref="IOException">It cannot be written; what was there stays.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written; what was there stays.</exception>
    public static void Write(string path, string text, Action<WriteStep>? reached = null)
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
        if (FilePath.IsStream(path))
        {
            using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
            stream.Write(bytes, 0, bytes.Length);
            return;
        }

        var target = FilePath.Resolve(path);
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new DirectoryNotFoundException($"Could not find a part of the path '{path}'.");
        CheckMayBeWritten(target);
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".kpirules-{Guid.NewGuid():N}.tmp");
        try
        {
            Replace(target, temporary, bytes, reached ?? (_ => { }));
        }
        catch (Exception fault)
        {
            Delete(temporary);
            // nobody knows the name of the file beside
            if (fault is UnauthorizedAccessException)
                throw new UnauthorizedAccessException(fault.Message.Replace(temporary, path), fault);
            if (fault is IOException)
                throw new IOException(fault.Message.Replace(temporary, path), fault);
            throw;
        }
    }

    private static void Replace(string target, string temporary, byte[] bytes, Action<WriteStep> reached)
    {
        var isNew = !File.Exists(target);
        using (var stream = Create(temporary, isNew))
        {
            reached(WriteStep.Created);
            stream.Write(bytes, 0, bytes.Length / 2);
            reached(WriteStep.HalfWritten);
            stream.Write(bytes, bytes.Length / 2, bytes.Length - bytes.Length / 2);
            reached(WriteStep.Written);
            // a name must not reach the disk before what it names
            stream.Flush(flushToDisk: true);
        }

        reached(WriteStep.Flushed);
        if (!isNew)
            UnixFile.KeepAccess(target, temporary);
        reached(WriteStep.Opened);
        if (OperatingSystem.IsWindows() && !isNew)
            File.Replace(temporary, target, destinationBackupFileName: null, ignoreMetadataErrors: true);
        else
            File.Move(temporary, target, overwrite: true);
        reached(WriteStep.Replaced);
    }

    /// <summary>Open to nobody else before it is known to whom it shall be; a new one as any new file is.</summary>
    private static FileStream Create(string temporary, bool isNew)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!isNew && !OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(temporary, options);
    }

    /// <summary>A folder that may be written to lets a file be replaced that itself may not be.</summary>
    private static void CheckMayBeWritten(string target)
    {
        if (File.Exists(target))
            new FileStream(target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1).Dispose();
    }

    private static void Delete(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // what made the writing fail is told
        }
    }
}
