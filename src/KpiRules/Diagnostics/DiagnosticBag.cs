// Collects the diagnostics of one reading and hands them out sorted and limited.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Diagnostics;

internal sealed class DiagnosticBag
{
    public const int Limit = 100;

    private readonly List<Diagnostic> _diagnostics = [];

    public bool HasErrors { get; private set; }

    public int Count => _diagnostics.Count;

    /// <summary>Those found so far, as they were found.</summary>
    public IReadOnlyList<Diagnostic> All => _diagnostics;

    /// <summary>All errors, by file and position, however many there are.</summary>
    public IReadOnlyList<Diagnostic> Errors => InOrder(_diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)).ToList();

    public void Add(Diagnostic diagnostic)
    {
        _diagnostics.Add(diagnostic);
        HasErrors |= diagnostic.Severity == DiagnosticSeverity.Error;
    }

    /// <summary>By file and position; where there are more than the limit, warnings give way to errors.</summary>
    public IReadOnlyList<Diagnostic> Sorted() =>
        InOrder(InOrder(_diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error))
            .Concat(InOrder(_diagnostics.Where(d => d.Severity == DiagnosticSeverity.Warning)))
            .Take(Limit)).ToList().AsReadOnly();

    private static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(d => d.File, System.StringComparer.Ordinal)
        .ThenBy(d => d.Place.Span.Start)
        .ThenBy(d => d.Code, System.StringComparer.Ordinal);
}
