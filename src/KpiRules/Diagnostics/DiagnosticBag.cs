// Collects the diagnostics of one reading and hands them out sorted and limited.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Diagnostics;

internal sealed class DiagnosticBag
{
    public const int Limit = 100;

    /// <summary>Twice as many are thinned out to these: a text may have a fault for every two of its characters.</summary>
    public const int MostKept = 10_000;

    private readonly List<Diagnostic> _errors = [];
    private readonly List<Diagnostic> _warnings = [];

    public bool HasErrors => _errors.Count > 0;

    /// <summary>Of all that were added, whether or not they are handed out.</summary>
    public int Count { get; private set; }

    /// <summary>The errors, by file and position; of more than are kept, the first.</summary>
    public IReadOnlyList<Diagnostic> Errors => InOrder(_errors).ToList();

    public void Add(Diagnostic diagnostic)
    {
        Count++;
        var kept = diagnostic.Severity == DiagnosticSeverity.Error ? _errors : _warnings;
        kept.Add(diagnostic);
        if (kept.Count < 2 * MostKept)
            return;
        var first = InOrder(kept).Take(MostKept).ToList();
        kept.Clear();
        kept.AddRange(first);
    }

    /// <summary>By file and position; where there are more than the limit, warnings give way to errors.</summary>
    public IReadOnlyList<Diagnostic> Sorted() => InOrder(InOrder(_errors).Concat(InOrder(_warnings)).Take(Limit)).ToList().AsReadOnly();

    /// <summary>By file and position.</summary>
    public static IEnumerable<Diagnostic> InOrder(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(d => d.File, System.StringComparer.Ordinal)
        .ThenBy(d => d.Place.Span.Start)
        .ThenBy(d => d.Code, System.StringComparer.Ordinal);
}
