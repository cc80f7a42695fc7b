// Takes a folder, gives the files in it that may be rulesets, or why it cannot be looked into.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.ExceptionServices;

namespace KpiRules.Hosting.Sources;

/// <param name="Files">Its JSON files, by name.</param>
/// <param name="InFolders">The ruleset.json of each folder in it, by name.</param>
/// <param name="Fault">Why it cannot be looked into; null when it can.</param>
internal sealed record FolderListing(IReadOnlyList<string> Files, IReadOnlyList<string> InFolders, ExceptionDispatchInfo? Fault)
{
    /// <param name="known">The rulesets in folders that were there before.</param>
    public static FolderListing Of(string path, IReadOnlyList<string> known)
    {
        try
        {
            var inFolders = Directory.GetDirectories(path).Where(IsVisible).OrderBy(folder => folder, StringComparer.Ordinal)
                .Select(folder => Path.Combine(folder, "ruleset.json")).Where(file => IsThere(file, known)).ToList();
            return new(FilesOf(path).ToList(), inFolders, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new([], [], ExceptionDispatchInfo.Capture(fault));
        }
    }

    /// <summary>Whether two looks saw the same.</summary>
    public bool IsLike(FolderListing other) => Fault is null || other.Fault is null
        ? Fault == other.Fault && Files.SequenceEqual(other.Files) && InFolders.SequenceEqual(other.InFolders)
        : Fault.SourceException.GetType() == other.Fault.SourceException.GetType();

    /// <summary>To the system a file in a folder that may not be looked into does not exist; it is not deleted by that.</summary>
    private static bool IsThere(string path, IReadOnlyList<string> known)
    {
        try
        {
            return (File.GetAttributes(path) & FileAttributes.Directory) == 0;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return known.Contains(path);
        }
    }

    /// <summary>What begins with a dot is the system's or an editor's.</summary>
    private static bool IsVisible(string path) => !Path.GetFileName(path).StartsWith(".", StringComparison.Ordinal);

    private static IEnumerable<string> FilesOf(string folder) => Directory.GetFiles(folder)
        .Where(file => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && IsVisible(file))
        .OrderBy(file => file, StringComparer.Ordinal);
}
