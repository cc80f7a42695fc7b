// A test that keeps many connections open: skipped, with a word, where the system lets no process have so many.
using System;
using System.Globalization;
using System.IO;
using System.Linq;
using Xunit;

namespace KpiRules.AspNetCore.Tests.Support;

/// <summary>.NET itself raises the limit of a process as far as it may; what counts is how far that is.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConnectionsFactAttribute : FactAttribute
{
    /// <summary>What a process has open besides: assemblies, pipes, other tests' hosts.</summary>
    private const int Besides = 500;

    public ConnectionsFactAttribute(string variable, int otherwise)
    {
        var needed = Setting.Number(variable, otherwise) + Besides;
        if (MostOpenFiles() is { } most && most < needed)
            Skip = $"needs {needed} open files, and the system allows a process {most} (ulimit -Hn)";
    }

    /// <summary>Null where there is no limit, or no knowing it.</summary>
    private static int? MostOpenFiles()
    {
        const string limits = "/proc/self/limits";
        if (!File.Exists(limits))
            return null;
        var hard = File.ReadLines(limits)
            .FirstOrDefault(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            ?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .ElementAtOrDefault(4);
        return int.TryParse(hard, NumberStyles.None, CultureInfo.InvariantCulture, out var most) ? most : null;
    }
}
