// Marks tests that pack, install or publish: a minute each, and only where they are asked for.
using System;
using System.IO;
using System.Linq;
using Xunit;

namespace KpiRules.Packages.Tests.Support;

internal sealed class PackagesFactAttribute : FactAttribute
{
    /// <summary>Set to 1, the packages are packed and installed anew.</summary>
    private const string Variable = "KPIRULES_PACKAGES";

    public PackagesFactAttribute(bool links = false)
    {
        if (WhyNot is { } why)
            Skip = why;
        else if (links && Linker is null)
            Skip = "native code needs clang or gcc";
    }

    /// <summary>Null where the packages are asked for.</summary>
    public static string? WhyNot { get; } =
        Environment.GetEnvironmentVariable(Variable) == "1" ? null : $"takes minutes: asked for with {Variable}=1";

    /// <summary>What links native code; null where there is nothing that does.</summary>
    public static string? Linker { get; } = new[] { "clang", "gcc" }.FirstOrDefault(name =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name))));
}
