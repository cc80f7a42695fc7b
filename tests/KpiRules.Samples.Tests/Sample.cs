// A sample's folder, and the program that was built of it beside these tests.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Packages.Tests.Support;
using KpiRules.Tests.Support;

namespace KpiRules.Samples.Tests;

internal sealed record Sample(string Name)
{
    public static IEnumerable<Sample> All => Directory.GetDirectories(Repository.PathOf("samples"))
        .Select(folder => new Sample(Path.GetFileName(folder))).OrderBy(sample => sample.Name, StringComparer.Ordinal);

    public string Folder => Repository.PathOf("samples", Name);

    public string Project => File.ReadAllText(Path.Combine(Folder, Name + ".csproj"));

    /// <summary>Its code, without what the build has written.</summary>
    public IEnumerable<string> Code => Directory.GetFiles(Folder, "*.cs");

    /// <summary>Debug or Release, as these tests are.</summary>
    public string Built(string target, string file) =>
        Path.Combine(Folder, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, target, file);

    /// <summary>Holds what its program prints against the file beside its README.</summary>
    public void PrintsWhatIsExpected(string program, string[] words, IReadOnlyDictionary<string, string>? variables = null) =>
        Golden.Matches(Command.Run(program, Path.GetTempPath(), words, variables), "samples", Name, "expected.txt");
}
