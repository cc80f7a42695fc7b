// One thing to be said of a place in a ruleset: a diagnostic, or a test that fails.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Testing;

namespace KpiRules.Cli.Reports;

/// <param name="Code">A code of docs/diagnostics.md, or <see cref="FailedTest"/>.</param>
/// <param name="Column">From 1, in code points, as <paramref name="EndColumn"/>, which is the one just behind.</param>
/// <param name="EndLine">Null where only the beginning is known.</param>
/// <param name="EndColumn">Null where only the beginning is known.</param>
/// <param name="Waived">Why the ruleset waives it; null where it does not.</param>
internal sealed record Remark(
    string Code, RemarkLevel Level, string File, int Line, int? Column, int? EndLine, int? EndColumn, string Message, string? Waived = null)
{
    /// <summary>Stands where a code would, of a test that fails: it is no fault of the format.</summary>
    public const string FailedTest = "failed-test";

    public static Remark Of(Diagnostic diagnostic, string language) => new(
        diagnostic.Code,
        diagnostic.Severity switch { DiagnosticSeverity.Error => RemarkLevel.Error, DiagnosticSeverity.Warning => RemarkLevel.Warning },
        diagnostic.File,
        diagnostic.Line,
        diagnostic.Column,
        diagnostic.EndLine,
        diagnostic.EndColumn,
        diagnostic.Message(language));

    /// <summary>What failed, and what is odd in the facts of the test, at its name.</summary>
    public static IEnumerable<Remark> Of(RulesetTestResult test, string language) => test.Failures
        .Select(failure => new Remark(
            FailedTest, RemarkLevel.Error, test.File, failure.Line, failure.Column, null, null,
            $"{test.Name}: {failure.NamedMessage(language)}"))
        .Concat(test.Issues.Select(issue => new Remark(
            issue.Code, RemarkLevel.Note, test.File, test.Line, null, null, null, $"{test.Name}: {issue.Message(language)}")));
}
