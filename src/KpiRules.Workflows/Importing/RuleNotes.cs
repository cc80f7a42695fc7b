// What was found wrong while one rule was imported; each fault goes to the user once, and to the comment of every rule it concerns.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Workflows.Importing;

internal sealed class RuleNotes(DiagnosticBag diagnostics)
{
    private const int MostRepeated = 10;

    private readonly HashSet<(string Code, int Start)> _reported = [];
    private readonly List<Diagnostic> _current = [];

    public void Report(Diagnostic diagnostic)
    {
        _current.Add(diagnostic);
        if (_reported.Add((diagnostic.Code, diagnostic.Place.Span.Start)))
            diagnostics.Add(diagnostic);
    }

    /// <summary>Notes what the user has been told already.</summary>
    public void Repeat(IEnumerable<Diagnostic> diagnostics) => _current.AddRange(diagnostics.Take(MostRepeated));

    /// <summary>What was reported since the last time.</summary>
    public IReadOnlyList<Diagnostic> Take()
    {
        var taken = _current.GroupBy(diagnostic => (diagnostic.Code, diagnostic.Place.Span.Start))
            .Select(group => group.First()).OrderBy(diagnostic => diagnostic.Place.Span.Start).ToArray();
        _current.Clear();
        return taken;
    }
}
