// What keeps a ruleset, or a whole source, from being used as it is now written.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Hosting.Policies;

/// <summary>A ruleset that cannot be used as it is now written, or a source that cannot be read. Immutable.</summary>
public sealed class RulesetProblem
{
    private readonly int _omitted;

    internal RulesetProblem(string name, IReadOnlyList<Diagnostic> diagnostics, int omitted, string language, Policy? standIn) =>
        (Name, Diagnostics, _omitted, Language, StandIn) = (name, diagnostics, omitted, language, standIn);

    /// <summary>The file, or what its source calls the ruleset; of a source that cannot be read, what the host calls it.</summary>
    public string Name { get; }

    /// <summary>What is wrong, by position; at least one error.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }

    /// <summary>The policy read last from there, which stays in use; null when there is none, and for a whole source.</summary>
    public Policy? StandIn { get; }

    /// <summary>The language the ruleset asks for its messages; English of a source.</summary>
    internal string Language { get; }

    /// <summary>All diagnostics with their lines of the ruleset.</summary>
    /// <param name="language"><c>zh</c> for Chinese, anything else for English; null for the language the ruleset asks for.</param>
    public string Print(string? language = null)
    {
        var printed = Diagnostics.Select(diagnostic => diagnostic.Print(language ?? Language));
        return string.Join("\n", _omitted == 0 ? printed : printed.Append(Messages.Format(language ?? Language, "omitted", _omitted)));
    }

    /// <summary>As <see cref="Print"/>, in the language the ruleset asks for.</summary>
    public override string ToString() => Print();
}
