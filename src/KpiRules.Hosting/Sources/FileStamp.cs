// Takes the path of a file, gives its bytes and what they are known by: two looks at a file that has not changed are equal.
using System;
using System.IO;
using System.Security.Cryptography;

namespace KpiRules.Hosting.Sources;

/// <param name="Known">The hash of what it holds; what kind of fault reading it gave; null for a file that is not there.</param>
internal readonly record struct FileStamp(string? Known)
{
    /// <exception cref="FileNotFoundException">It is not there, nor its folder (<see cref="DirectoryNotFoundException"/>).</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Read(string path, out FileStamp stamp)
    {
        try
        {
            // whoever writes the file, or exchanges it, must not be kept from it
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            file.CopyTo(memory);
            using var hash = SHA256.Create();
            var bytes = memory.ToArray();
            stamp = new(Convert.ToBase64String(hash.ComputeHash(bytes)));
            return bytes;
        }
        catch (Exception fault)
        {
            stamp = Of(fault);
            throw;
        }
    }

    public static FileStamp Of(string path)
    {
        try
        {
            _ = Read(path, out var stamp);
            return stamp;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Of(fault);
        }
    }

    /// <summary>By its kind alone: a message may differ from look to look.</summary>
    public static FileStamp Of(Exception fault) =>
        fault is FileNotFoundException or DirectoryNotFoundException ? default : new(fault.GetType().Name);
}
