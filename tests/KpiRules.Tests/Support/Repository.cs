// Finds the files of the checkout that tests read, wherever the tests run.
using System;
using System.IO;

namespace KpiRules.Tests.Support;

internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Given cases and data, beside the checkout; absent in a fresh clone.</summary>
    public static string Shared => Path.GetFullPath(Path.Combine(Root, "..", "shared"));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "KpiRules.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside a checkout.");
    }
}
