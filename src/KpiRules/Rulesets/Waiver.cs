// What the author knows of and wants to hear no more of, and why: section "lint" of a ruleset.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

/// <param name="Name">As it is written: a code, and behind a space what it is about; without, it holds for the whole ruleset.</param>
/// <param name="Reason">Why it is as it should be.</param>
internal sealed record Waiver(JsonString Name, string Reason)
{
    private string Code => Name.Value.Split(' ')[0];

    private string About => Name.Value.Substring(Code.Length).Trim();

    /// <summary>Only a warning is waived.</summary>
    public bool Covers(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning && diagnostic.Code == Code
        && (About.Length == 0 || diagnostic.Path == About
            || (diagnostic.Path.StartsWith(About, StringComparison.Ordinal) && diagnostic.Path[About.Length] is '.' or '['));

    public static IReadOnlyList<Waiver> Read(IReadOnlyList<MapEntry<JsonString>> lint, DiagnosticBag diagnostics) =>
        lint.Select(entry => Read(entry, diagnostics)).OfType<Waiver>().ToList();

    private static Waiver? Read(MapEntry<JsonString> entry, DiagnosticBag diagnostics)
    {
        if (entry.Read() is not { } reason)
            return null;
        var waiver = new Waiver(entry.Name, reason.Value);
        if (!Messages.Codes.Contains(waiver.Code))
            diagnostics.Add(RulesetFaults.NoSuchCode(entry.Name.Place, waiver.Code));
        else if (string.IsNullOrWhiteSpace(reason.Value))
            diagnostics.Add(RulesetFaults.NoReason(reason.Place, waiver.Code));
        return waiver;
    }
}
