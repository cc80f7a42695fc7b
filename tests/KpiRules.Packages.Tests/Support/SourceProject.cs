// A project under src/ that becomes a package.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using KpiRules.Tests.Support;

namespace KpiRules.Packages.Tests.Support;

internal sealed class SourceProject
{
    private readonly XDocument _project;

    private SourceProject(string file)
    {
        _project = XDocument.Load(file);
        (Name, Folder) = (Path.GetFileNameWithoutExtension(file), Path.GetDirectoryName(file)!);
    }

    public static IReadOnlyList<SourceProject> All { get; } = Directory.GetDirectories(Repository.PathOf("src"))
        .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
        .Select(file => new SourceProject(file))
        .Where(project => project.Property("IsPackable") == "true")
        .OrderBy(project => project.Name, StringComparer.Ordinal)
        .ToList();

    public static IEnumerable<SourceProject> Libraries => All.Where(project => !project.IsTool);

    /// <summary>Also the id of the package.</summary>
    public string Name { get; }

    public bool IsTool => Property("PackAsTool") == "true";

    public string[] Targets => (Property("TargetFrameworks") ?? Property("TargetFramework")!).Split(';');

    /// <summary>A project names its targets from the oldest to the newest.</summary>
    public string NewestTarget => Targets[^1];

    /// <summary>The project and its code.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Folder, "*.csproj"));

    private string Folder { get; }

    /// <summary>The build that was made beside this test's own, Debug or Release.</summary>
    public string AssemblyOf(string target) =>
        Path.Combine(Folder, "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, target, Name + ".dll");

    private string? Property(string name) => _project.Descendants(name).FirstOrDefault()?.Value;
}
