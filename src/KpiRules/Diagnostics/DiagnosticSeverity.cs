// How grave a diagnostic is.
namespace KpiRules.Diagnostics;

/// <summary>How grave a <see cref="Diagnostic"/> is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>The ruleset can be used, but probably does not mean what its author wanted.</summary>
    Warning,

    /// <summary>The ruleset cannot be used.</summary>
    Error,
}
