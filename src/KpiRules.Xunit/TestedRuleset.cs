// A ruleset file whose tests are run: where it is, how it is read, and how its faults are told.
using System;
using System.Collections.Concurrent;
using System.IO;
using System.Threading;

namespace KpiRules.Xunit;

/// <param name="folder">Absolute.</param>
/// <param name="name">Relative to the folder, or absolute; a glob that matches nothing.</param>
/// <param name="language">Null for the one the ruleset asks for.</param>
internal sealed class TestedRuleset(string folder, string name, string? language, bool allowNoTests)
{
    /// <summary>A run has many tests of one file: it is read once.</summary>
    private static readonly ConcurrentDictionary<(string Folder, string Name), Lazy<PolicyReadResult>> Rulesets = new();

    public string Folder => folder;

    public string Name => name;

    public string? Language => language;

    public bool AllowNoTests => allowNoTests;

    public bool Exists => File.Exists(FullPath);

    private string FullPath => Path.Combine(Folder, Name);

    /// <summary>Diagnostics call the file as the test does, so that they read alike on every machine.</summary>
    public PolicyReadResult Read() => Rulesets.GetOrAdd((Folder, Name), _ => new(
        () => Policy.ReadBytes(File.ReadAllBytes(FullPath), Name, Path.GetDirectoryName(FullPath)!),
        LazyThreadSafetyMode.ExecutionAndPublication)).Value;
}
