// Takes paths as people write them, says which file they mean.
using System;
using System.IO;

namespace KpiRules.Files;

internal static class FilePath
{
    /// <summary>The whole path of the file, links to it followed; it need not be there.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }

    /// <summary>Whether what is there is no file that another could take the place of: a pipe, a terminal, a device.</summary>
    public static bool IsStream(string path)
    {
        var full = Path.GetFullPath(path);
        if (OperatingSystem.IsWindows())
            return full.StartsWith(@"\\.\", StringComparison.Ordinal);
        // what a shell has opened there it goes on writing to
        return full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal)
            || UnixFile.Of(full) is { IsFile: false, IsFolder: false };
    }

    /// <summary>Whether two paths mean one file, by whatever links.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static bool AreSame(string one, string other)
    {
        if (IsStream(one) || IsStream(other))
            return false;
        var ignoresCase = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();
        return string.Equals(Resolve(one), Resolve(other), ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal)
            || (UnixFile.Of(one) is { } file && UnixFile.Of(other) is { } another && file.Identity == another.Identity);
    }
}
