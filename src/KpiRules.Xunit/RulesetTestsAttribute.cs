// Takes globs of ruleset files, gives a theory of xunit a row for each test that they carry.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using KpiRules.Globs;
using KpiRules.Testing;
using Xunit.Sdk;

namespace KpiRules.Xunit;

/// <summary>
/// Gives a theory whose method takes one <see cref="RulesetTestRow"/> a row for each test that rulesets carry:
/// <c>[Theory, RulesetTests("rulesets/*.json")] public void Passes(RulesetTestRow test) =&gt; test.Check();</c>
/// A glob that matches no file, a ruleset that cannot be used, and one without tests are a row each that fails.
/// </summary>
/// <param name="files">
/// Files, or globs such as <c>rulesets/**/ruleset.json</c>, relative to <see cref="Folder"/> or absolute. A base that a ruleset extends is
/// looked for beside it, as the tool does.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RulesetTestsAttribute(params string[] files) : DataAttribute
{
    /// <summary>The files and globs, as they were given.</summary>
    public IReadOnlyList<string> Files { get; } = files ?? throw new ArgumentNullException(nameof(files));

    /// <summary>
    /// Where files and globs begin; one that is relative begins itself at the folder of the test's assembly. Null for that folder.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>
    /// The language in which failures are told: <c>zh</c> for Chinese; anything else is English. Null for the one that each ruleset
    /// asks for.
    /// </summary>
    public string? Language { get; set; }

    /// <summary>Whether a ruleset without tests passes; unless it is set, it fails.</summary>
    public bool AllowNoTests { get; set; }

    /// <summary>The rows: of each file once, in the order of the globs and in the order of the file's tests.</summary>
    /// <param name="testMethod">The method of the theory.</param>
    /// <exception cref="ArgumentException">The attribute names no files.</exception>
    public override IEnumerable<object[]> GetData(MethodInfo testMethod)
    {
        if (testMethod is null)
            throw new ArgumentNullException(nameof(testMethod));
        if (Files.Count == 0)
            throw new ArgumentException("[RulesetTests] names no files: give it some, such as \"rulesets/*.json\".");
        var folder = Path.GetFullPath(Path.Combine(FolderOf(testMethod.DeclaringType!.Assembly), Folder ?? ""));
        return Files.SelectMany(file => FilesOf(file, folder)).Distinct(StringComparer.Ordinal)
            .SelectMany(file => Rows(folder, file)).Select(row => new object[] { row }).ToList();
    }

    /// <summary>A glob without a match stays, as a file that is not there.</summary>
    private static IReadOnlyList<string> FilesOf(string words, string folder) =>
        FileGlob.Is(words, folder) && FileGlob.Matches(words, folder) is { Count: > 0 } files ? files : [words.Replace('\\', '/')];

    /// <summary>One row for a file of which there are no tests to be had; it will say why.</summary>
    private IEnumerable<RulesetTestRow> Rows(string folder, string file)
    {
        var ruleset = new TestedRuleset(folder, file, Language, AllowNoTests);
        var names = ruleset.Exists && ruleset.Read().Policy is { } policy ? RulesetTests.Of(policy).Select(test => test.Name).ToList() : [];
        return names.Count == 0
            ? [new RulesetTestRow(ruleset, null, 0)]
            : names.Select((name, at) => new RulesetTestRow(ruleset, name, names.Take(at).Count(earlier => earlier == name)));
    }

    /// <summary>.NET Framework may load a copy from elsewhere, without the files beside it.</summary>
    private static string FolderOf(Assembly assembly) => AppDomain.CurrentDomain.ShadowCopyFiles || assembly.Location.Length == 0
        ? AppContext.BaseDirectory
        : Path.GetDirectoryName(assembly.Location)!;
}
