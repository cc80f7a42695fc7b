// What came of one test that a ruleset carries, and how it is printed.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Testing;

/// <summary>What came of one test that a ruleset carries. Immutable.</summary>
public sealed class RulesetTestResult
{
    private const string Indent = "\n      ";

    internal RulesetTestResult(
        RulesetTest test, int expectations, IReadOnlyList<ExpectationFailure> failures, IReadOnlyList<DataIssue> issues)
    {
        (Name, File, Line) = (test.Name, test.File, test.Line);
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

    /// <summary>The word for whether it passed: <c>pass</c> or <c>FAIL</c>.</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Verdict(string language) => Messages.Format(language, Passed ? "test.passed" : "test.failed");

    /// <summary>
    /// The lines that <c>kpirules test</c> prints, without a line break at the end: the verdict and the test's name; below it, indented,
    /// each failure with its place, what was expected and what came, and each oddity of the facts.
    /// </summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string Print(string language) => string.Concat(
        Failures.Select(failure => failure.ToString(language))
            .Concat(Issues.Select(issue => issue.ToString(language)))
            .Select(line => Indent + line)
            .Prepend($"{Verdict(language)}  {Messages.OnOneLine(Name)}"));
}
