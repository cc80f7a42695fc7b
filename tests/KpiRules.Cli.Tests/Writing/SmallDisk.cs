// A disk of 64 KiB, for as long as a test lasts.
using System;
using System.Diagnostics;
using System.IO;
using FluentAssertions;
using Xunit;

namespace KpiRules.Cli.Tests.Writing;

internal sealed class SmallDisk : IDisposable
{
    public SmallDisk()
    {
        if (!TryMount(Path))
            throw new InvalidOperationException("There is no small disk.");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("kpirules-disk-").FullName;

    /// <summary>Whether this process may mount one.</summary>
    public static bool IsAvailable { get; } = TryOne();

    public void Dispose()
    {
        Run("umount", Path).Should().BeTrue();
        Directory.Delete(Path);
    }

    private static bool TryOne()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            return false;
        var path = Directory.CreateTempSubdirectory("kpirules-disk-").FullName;
        try
        {
            return TryMount(path) && Run("umount", path);
        }
        finally
        {
            Directory.Delete(path);
        }
    }

    private static bool TryMount(string path) => Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", path);

    private static bool Run(params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardError = true })!;
            return process.WaitForExit(TimeSpan.FromMinutes(1)) && process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>Marks tests that fill a disk; where none may be mounted they say that they are skipped.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!SmallDisk.IsAvailable)
            Skip = "a small disk can only be mounted by root of Linux";
    }
}
