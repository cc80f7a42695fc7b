// Takes a path, gives what .NET does not tell of a file of Linux: what kind it is, which one, and whose.
using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace KpiRules.Files;

/// <param name="Owner">The user's number.</param>
/// <param name="Group">The group's number.</param>
/// <param name="Identity">The disk and the number of the file on it: the same for each of its names.</param>
internal sealed record UnixFile(bool IsFile, bool IsFolder, uint Owner, uint Group, (ulong Disk, ulong Number) Identity)
{
    /// <summary>Relative paths begin at the working directory.</summary>
    private const int AtWorkingDirectory = -100;

    /// <summary>All that every file has; the kernel's names of the fields are STATX_BASIC_STATS.</summary>
    private const uint BasicFields = 0x7ff;

    /// <summary>A user or a group that stays as it is.</summary>
    private const uint Unchanged = uint.MaxValue;

    /// <summary>What is at a path, links followed; null where nothing is, and on other systems.</summary>
    public static UnixFile? Of(string path)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        // the layout of struct statx is the same on all processors
        var fields = new byte[256];
        try
        {
            if (Statx(AtWorkingDirectory, Named(path), 0, BasicFields, fields) != 0)
                return null;
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }

        var kind = BitConverter.ToUInt16(fields, 28) & 0xf000;
        var identity = (BitConverter.ToUInt64(fields, 136), BitConverter.ToUInt64(fields, 32));
        return new(kind == 0x8000, kind == 0x4000, BitConverter.ToUInt32(fields, 20), BitConverter.ToUInt32(fields, 24), identity);
    }

    /// <summary>Gives a file the mode of another, and its owner and group as far as the system allows.</summary>
    public static void KeepAccess(string from, string to)
    {
        if (OperatingSystem.IsWindows())
            return;
        if (Of(from) is { } kept && Of(to) is { } made && (kept.Owner, kept.Group) != (made.Owner, made.Group)
            && Chown(Named(to), kept.Owner, kept.Group) != 0)
            _ = Chown(Named(to), Unchanged, kept.Group);
        // after the owner, for a change of owner takes bits away
        File.SetUnixFileMode(to, File.GetUnixFileMode(from));
    }

    private static byte[] Named(string path) => Encoding.UTF8.GetBytes(path + "\0");

    [DllImport("libc", EntryPoint = "statx")]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] fields);

    [DllImport("libc", EntryPoint = "chown")]
    private static extern int Chown(byte[] path, uint owner, uint group);
}
