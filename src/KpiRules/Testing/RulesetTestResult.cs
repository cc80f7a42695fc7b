// What came of one test that a ruleset carries.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Testing;

/// <summary>What came of one test that a ruleset carries. Immutable.</summary>
public sealed class RulesetTestResult
{
    internal RulesetTestResult(
        string name, string file, int line, int expectations, IReadOnlyList<ExpectationFailure> failures, IReadOnlyList<DataIssue> issues)
    {
        Name = name;
        File = file;
        Line = line;
        Expectations = expectations;
        Failures = failures;
        Issues = issues;
    }

    /// <summary>The test's name.</summary>
    public string Name { get; }

    /// <summary>The file that holds the test.</summary>
    public string File { get; }

    /// <summary>The line on which the test's name stands, from 1.</summary>
    public int Line { get; }

    /// <summary>How many results the test expects.</summary>
    public int Expectations { get; }

    /// <summary>Whether everything expected came out.</summary>
    public bool Passed => Failures.Count == 0;

    /// <summary>What did not come out as expected, in the order of the test.</summary>
    public IReadOnlyList<ExpectationFailure> Failures { get; }

    /// <summary>What was odd in the facts of the test, such as a name that nothing can use.</summary>
    public IReadOnlyList<DataIssue> Issues { get; }
}
