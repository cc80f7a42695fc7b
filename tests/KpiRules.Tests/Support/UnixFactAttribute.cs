// Marks tests of links, modes and pipes as Unix has them; elsewhere they say that they are skipped.
using System;
using Xunit;

namespace KpiRules.Tests.Support;

internal class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows())
            Skip = "needs the files of Unix";
    }
}

/// <summary>Marks tests of what only root of Linux may do; others say that they are skipped.</summary>
internal sealed class RootFactAttribute : UnixFactAttribute
{
    public RootFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Skip = "only root of Linux may give files away";
    }
}
