// What came of checking one ruleset file: what every format of a report shows.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Testing;

namespace KpiRules.Cli.Reports;

/// <param name="File">As it is called where it was asked for.</param>
/// <param name="Language">The language to speak of it.</param>
/// <param name="Read">Null where the file cannot be read; the summary says why.</param>
/// <param name="Diagnostics">What is wrong, and what is doubtful where that is asked for too.</param>
/// <param name="Tests">Null where tests were not run.</param>
/// <param name="Details">Lines about good rulesets that stand before the summary.</param>
/// <param name="Summary">The last word on the file.</param>
/// <param name="ExitCode">What the tool would answer if this were the only file.</param>
internal sealed record CheckedRuleset(
    string File,
    string Language,
    PolicyReadResult? Read,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<RulesetTestResult>? Tests,
    IReadOnlyList<string> Details,
    string Summary,
    int ExitCode)
{
    /// <summary>Everything that has a place, the waived last.</summary>
    public IEnumerable<Remark> Remarks => Diagnostics.Select(diagnostic => Remark.Of(diagnostic, Language))
        .Concat((Tests ?? []).SelectMany(test => Remark.Of(test, Language)))
        .Concat(Waived);

    /// <summary>Tests do not ask for doubts, and so have none to waive.</summary>
    private IEnumerable<Remark> Waived => Tests is not null || Read is null
        ? []
        : Read.Waived.Select(waived => Remark.Of(waived.Finding, Language) with { Waived = waived.Reason });
}
