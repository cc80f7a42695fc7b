// What came of importing workflows: a ruleset, the facts it needs, and what could not be imported.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Workflows.Importing;

/// <summary>What came of importing workflows of RulesEngine. Immutable.</summary>
public sealed class RulesEngineImportResult
{
    internal RulesEngineImportResult(
        string? ruleset, IReadOnlyList<ImportedFact> facts, IReadOnlyList<Diagnostic> diagnostics, int omitted) =>
        (Ruleset, Facts, Diagnostics, OmittedDiagnostics) = (ruleset, facts, diagnostics, omitted);

    /// <summary>
    /// The JSON of the ruleset, which <see cref="Policy.Read(string, string, Rulesets.IRulesetSource?)"/> takes without an error; null when
    /// the text is no JSON or holds no workflow.
    /// </summary>
    public string? Ruleset { get; }

    /// <summary>The facts the ruleset needs, and where a workflow has them from.</summary>
    public IReadOnlyList<ImportedFact> Facts { get; }

    /// <summary>What was found, by position; at most 100, errors before warnings where there are more.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>How many further diagnostics were left out.</summary>
    public int OmittedDiagnostics { get; }

    /// <summary>Whether everything was imported: there is no error among the diagnostics.</summary>
    public bool IsComplete => Ruleset is not null && Diagnostics.All(diagnostic => diagnostic.Severity != DiagnosticSeverity.Error);
}
