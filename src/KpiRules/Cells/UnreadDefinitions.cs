// Takes the faults found while a ruleset was read, gives which definitions are not whole: what they would have given is no further fault.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Rulesets;

namespace KpiRules.Cells;

/// <summary>
/// A definition that could not be read gives results nobody knows; whoever names them is not told that they are not there.
/// </summary>
internal sealed class UnreadDefinitions
{
    /// <summary>What stands in a ruleset without giving ids.</summary>
    private static readonly string[] WithoutIds =
        [
            "", "$schema", "id", "version", "company", "title", "description", "effective", "extends", "settings", "scorecard", "smart",
            "tests"
        ];

    private readonly HashSet<string> _sections = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>A whole section is not there, or is called otherwise: any name may be one of its own.</summary>
    private readonly bool _mayBeAny;

    public UnreadDefinitions(IEnumerable<Diagnostic> found)
    {
        foreach (var fault in found.Where(fault => fault.Severity == DiagnosticSeverity.Error))
        {
            var (section, id) = (fault.Place.Path.NameAt(0), fault.Place.Path.NameAt(1));
            _sections.Add(section);
            if (id.Length > 0 && !WithoutIds.Contains(section))
                _ids.Add(id);
            _mayBeAny |= id.Length == 0 && !WithoutIds.Contains(section);
        }
    }

    /// <summary>Whether something in a section, or the section itself, was not read.</summary>
    public bool HasAnyIn(string section) => _sections.Contains(section);

    /// <summary>Whether the definition of an id may be one that was not read.</summary>
    public bool MayBe(string id) => _mayBeAny || _ids.Contains(id);

    /// <summary>Whether what was not read may give a name that nothing else gives.</summary>
    public bool MayGive(string name)
    {
        var dot = name.IndexOf('.');
        var (id, part) = dot < 0 ? (name, "") : (name.Substring(0, dot), name.Substring(dot + 1));
        return id switch
        {
            ResultNames.Scorecard => HasAnyIn("scorecard") || _mayBeAny,
            ResultNames.Payout => HasAnyIn("incentives"),
            // a plan's stretch targets are called by the KPI, and criteria for all KPIs stand in a section of their own
            _ => MayBe(id)
                || (part.Length > 0 && (HasAnyIn("plans") || (HasAnyIn("smart") && part.StartsWith("smart", StringComparison.Ordinal)))),
        };
    }
}
