// Marks tests that run a program of .NET Framework: on Windows, and where Mono is.
using System;
using System.IO;
using System.Linq;
using Xunit;

namespace KpiRules.Samples.Tests;

internal sealed class NetFrameworkFactAttribute : FactAttribute
{
    public NetFrameworkFactAttribute()
    {
        if (!OperatingSystem.IsWindows() && Mono is null)
            Skip = "a program of .NET Framework needs Windows or Mono";
    }

    /// <summary>Null where there is no Mono that knows .NET Standard.</summary>
    public static string? Mono { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator).Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, "mono"))
        .FirstOrDefault(file => File.Exists(file) && File.Exists(
            Path.Combine(Path.GetDirectoryName(file)!, "..", "lib", "mono", "4.5", "Facades", "netstandard.dll")));
}
