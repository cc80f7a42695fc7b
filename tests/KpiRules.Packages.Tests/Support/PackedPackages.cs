// All packages, packed once into a folder of their own, with a version that no other source and no cache can have.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using KpiRules.Tests.Support;
using Xunit;

namespace KpiRules.Packages.Tests.Support;

/// <summary>Nothing of it is left behind: builds, packages and the cache they are installed into are in one folder, which goes.</summary>
public sealed class PackedPackages : IDisposable
{
    /// <summary>Only git's settings say so; nothing is fetched from there.</summary>
    internal const string PublicHost = "https://github.com/example/kpirules";

    private readonly Lazy<string> _packages;
    private readonly Lazy<Dictionary<string, string>> _fromPublicHost;

    /// <summary>Packs only when a test asks.</summary>
    public PackedPackages()
    {
        Folder = Directory.CreateTempSubdirectory("kpirules-packages-").FullName;
        (_packages, _fromPublicHost) = (new(() => Pack("KpiRules.sln", "packed")), new(PretendPublicHost));
    }

    internal string Folder { get; }

    /// <summary>A release, not a version before one: 'dotnet add package' and the guide take no other.</summary>
    internal string Version { get; } = "0.1." + DateTimeOffset.UtcNow.ToUnixTimeSeconds();

    internal string Packages => _packages.Value;

    /// <summary>
    /// What builds have in common, so that one finds what another has built: all that a build in CI does, but for taking
    /// git's settings from the checkout alone; and the analysers ran when this test was built.
    /// </summary>
    internal string[] Build =>
    [
        "-c", "Release", $"-p:Version={Version}", "-p:AssemblyVersion=0.1.0.0", "-p:FileVersion=0.1.0.0",
        "-p:ContinuousIntegrationBuild=false", "-p:DeterministicSourcePaths=true", "-p:RunAnalyzers=false",
        "--artifacts-path", Path.Combine(Folder, "artifacts"),
    ];

    /// <summary>For a user's machine: a package cache that is empty at first.</summary>
    internal Dictionary<string, string> FreshMachine =>
        new() { ["NUGET_PACKAGES"] = Path.Combine(Folder, "cache"), ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" };

    /// <summary>
    /// For builds: as if this checkout had been cloned from a public host, for only of such a one packages can say where their
    /// sources are.
    /// </summary>
    internal Dictionary<string, string> FromPublicHost => _fromPublicHost.Value;

    /// <summary>A folder of a user's, where packages come from the folder of ours and from the machine's normal sources.</summary>
    internal string UserFolder(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, name)).FullName;
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration><packageSources><add key="packed" value="{Packages}" /></packageSources></configuration>
            """);
        return folder;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Dictionary<string, string> PretendPublicHost()
    {
        var origin = Command.Run("git", Repository.Root, ["remote", "-v"])
            .Split('\n')
            .Select(line => line.Split('\t', ' '))
            .FirstOrDefault(words => words[0] == "origin");
        var settings = Directory.CreateDirectory(Path.Combine(Folder, "settings", "git"));
        File.WriteAllText(
            Path.Combine(settings.FullName, "config"),
            origin is null ? $"[remote \"origin\"]\n\turl = {PublicHost}\n" : $"[url \"{PublicHost}\"]\n\tinsteadOf = {origin[1]}\n");
        return new() { ["XDG_CONFIG_HOME"] = settings.Parent!.FullName };
    }

    /// <summary>Packs as the README says, but for where the packages go and what they are called.</summary>
    /// <param name="project">What is packed, as it stands there.</param>
    /// <param name="name">Of the folder they go to; given back with its path.</param>
    internal string Pack(string project, string name, params string[] more)
    {
        var folder = Path.Combine(Folder, name);
        foreach (var line in File.ReadLines(Repository.PathOf("README.md"))
            .Where(line => line.StartsWith($"dotnet pack {project} ", StringComparison.Ordinal)))
        {
            var words = line.Split(' ').Skip(1).Select(word => word == "packages" ? folder : word);
            Command.Run(Command.DotNet, Repository.Root, [.. words, .. Build, .. more], FromPublicHost);
        }

        return folder;
    }
}

/// <summary>The tests that share the packages run one after the other.</summary>
[CollectionDefinition(nameof(PackedPackages))]
public sealed class PackedPackagesGroup : ICollectionFixture<PackedPackages>;
