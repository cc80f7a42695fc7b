// Takes a glob, such as rulesets/**/ruleset.json, gives the files that it matches.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.Extensions.FileSystemGlobbing;
using Microsoft.Extensions.FileSystemGlobbing.Abstractions;

namespace KpiRules.Globs;

internal static class FileGlob
{
    /// <summary>A file may be called like one.</summary>
    /// <param name="folder">Where a relative one begins; empty for the current folder.</param>
    public static bool Is(string words, string folder) => words.Contains('*') && !File.Exists(Path.Combine(folder, words));

    /// <summary>The files by the names that the glob gives them, relative if it is, with slashes, in ordinal order; maybe none.</summary>
    /// <param name="folder">Where a relative one begins; empty for the current folder.</param>
    public static IReadOnlyList<string> Matches(string glob, string folder)
    {
        var (root, pattern) = Split(glob.Replace(Path.DirectorySeparatorChar, '/'));
        var matcher = new Matcher(
            RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        matcher.AddInclude(pattern);
        var searched = new DirectoryInfo(Path.Combine(folder.Length == 0 ? "." : folder, root));
        return searched.Exists
            ? matcher.Execute(new DirectoryInfoWrapper(searched)).Files.Select(file => root + file.Path)
                .OrderBy(file => file, StringComparer.Ordinal).ToList()
            : [];
    }

    /// <summary>The part before the first wildcard names a folder, with its last stroke; empty for none.</summary>
    private static (string Root, string Pattern) Split(string glob)
    {
        var stroke = glob.LastIndexOf('/', glob.IndexOf('*')) + 1;
        return (glob.Substring(0, stroke), glob.Substring(stroke));
    }
}
