// Takes workflows of Microsoft RulesEngine as JSON, gives a ruleset that says the same.
using System;
using KpiRules.Workflows.Importing;

namespace KpiRules.Workflows;

/// <summary>
/// Reads workflows of Microsoft RulesEngine as a ruleset. Expressions are read, never run: nothing of a workflow is
/// compiled or called, and no type or member of the program can be reached from one.
/// </summary>
public static class RulesEngineImport
{
    /// <summary>
    /// Gives one ruleset for all workflows of a file: rules become warnings, those that put out a number become incentives.
    /// What cannot be said in a ruleset is an error at its line and column, and a TODO in the ruleset; the rest of it can be
    /// read. Safe to call from any thread.
    /// </summary>
    /// <param name="text">The JSON of a workflow, or of a list of workflows.</param>
    /// <param name="name">What diagnostics call the text, usually its file name.</param>
    /// <returns>The ruleset and everything that was found; bad input is a diagnostic, never an exception.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static RulesEngineImportResult Read(string text, string name = "workflow.json") => WorkflowImport.Run(
        text ?? throw new ArgumentNullException(nameof(text)),
        name ?? throw new ArgumentNullException(nameof(name)));
}
