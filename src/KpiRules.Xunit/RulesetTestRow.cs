// A row of a theory: one test of a ruleset, which xunit lists, writes down and runs alone.
using System;
using System.Linq;
using System.Threading;
using KpiRules.Diagnostics;
using KpiRules.Testing;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace KpiRules.Xunit;

/// <summary>
/// One test that a ruleset carries, as <see cref="RulesetTestsAttribute"/> gives it to a theory; or a ruleset of which there are no tests
/// to be had. Shown by file and test: <c>rulesets/store.json: nine tenths collected</c>. Safe to share between threads.
/// </summary>
public sealed class RulesetTestRow : IXunitSerializable
{
    private TestedRuleset _ruleset = new("", "", null, false);
    private string? _name;

    /// <summary>How many tests of this name stand before it in the ruleset.</summary>
    private int _earlier;

    /// <summary>For xunit, which then reads what it wrote down.</summary>
    [Obsolete("Only xunit calls it.")]
    public RulesetTestRow()
    {
    }

    internal RulesetTestRow(TestedRuleset ruleset, string? name, int earlier) => (_ruleset, _name, _earlier) = (ruleset, name, earlier);

    /// <summary>The ruleset's file as the attribute's files or globs give it; the glob where no file matches it.</summary>
    public string File => _ruleset.Name;

    /// <summary>The test's name; null where the ruleset cannot be used, carries no tests, or is not there.</summary>
    public string? Name => _name;

    /// <summary>Runs the test, and fails with what <c>kpirules test</c> prints of it.</summary>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <exception cref="XunitException">
    /// Something expected did not come out; or there is no file, the ruleset cannot be used, or it carries no tests and is not allowed to.
    /// </exception>
    /// <exception cref="OperationCanceledException">The test was given up.</exception>
    public void Check(CancellationToken cancellationToken = default)
    {
        if (Run(cancellationToken) is { Passed: false } result)
            throw Failed(language => result.Print(language));
    }

    /// <summary>Runs the test, and leaves to the caller what to make of the result.</summary>
    /// <param name="cancellationToken">Asked before each fact and each result is worked out for all subjects.</param>
    /// <returns>What came of the test; null where the ruleset carries none, and is allowed to.</returns>
    /// <exception cref="XunitException">
    /// There is no file, the ruleset cannot be used, or it carries no tests and is not allowed to.
    /// </exception>
    /// <exception cref="OperationCanceledException">The test was given up.</exception>
    public RulesetTestResult? Run(CancellationToken cancellationToken = default)
    {
        if (!_ruleset.Exists)
            throw Failed(language => Messages.Format(language, "test.noFile", Whole(File), Whole(_ruleset.Folder)));
        var policy = _ruleset.Read().Policy ?? throw Failed(_ruleset.Read().Print);
        var tests = RulesetTests.Of(policy);
        if (_name is null && tests.Count == 0)
            return _ruleset.AllowNoTests ? null : throw Failed(language => Messages.Format(language, "test.none", Whole(File)));
        var test = tests.Where(test => test.Name == _name).Skip(_earlier).FirstOrDefault();
        return test is null
            ? throw Failed(language => Messages.Format(language, "test.notAsListed", Whole(File)))
            : test.Run(cancellationToken);
    }

    /// <summary>The file and the test's name, which the second test of a name has with <c>(2)</c> behind it.</summary>
    public override string ToString() => _name is null
        ? File
        : $"{File}: {Messages.OnOneLine(_name)}{(_earlier == 0 ? "" : $" ({_earlier + 1})")}";

    void IXunitSerializable.Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(TestedRuleset.Folder), _ruleset.Folder);
        info.AddValue(nameof(File), File);
        info.AddValue(nameof(TestedRuleset.Language), _ruleset.Language);
        info.AddValue(nameof(TestedRuleset.AllowNoTests), _ruleset.AllowNoTests);
        info.AddValue(nameof(Name), _name);
        info.AddValue(nameof(_earlier), _earlier);
    }

    void IXunitSerializable.Deserialize(IXunitSerializationInfo info)
    {
        _ruleset = new TestedRuleset(
            info.GetValue<string>(nameof(TestedRuleset.Folder)),
            info.GetValue<string>(nameof(File)),
            info.GetValue<string?>(nameof(TestedRuleset.Language)),
            info.GetValue<bool>(nameof(TestedRuleset.AllowNoTests)));
        _name = info.GetValue<string?>(nameof(Name));
        _earlier = info.GetValue<int>(nameof(_earlier));
    }

    /// <summary>What assertions of xunit throw: a runner shows its message, and no type before it.</summary>
    private FailException Failed(Func<string, string> message) =>
        FailException.ForFailure(message(_ruleset.Language ?? (_ruleset.Exists ? _ruleset.Read().Language : "en")));

    /// <summary>A path is told to its end, however long it is.</summary>
    private static Func<string, string> Whole(string path) => _ => path;
}
