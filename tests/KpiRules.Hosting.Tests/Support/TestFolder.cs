// A folder of a test's own, gone with it.
using System;
using System.IO;

namespace KpiRules.Hosting.Tests.Support;

internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kpirules-").FullName;

    /// <summary>The text of a file, in folders if its name says so.</summary>
    public string this[string name]
    {
        set
        {
            var path = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            File.WriteAllText(path, value);
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
