// What a result needs of subjects other than its own.

namespace KpiRules.Results;

/// <summary>
/// A result that looks at other subjects, and by what: it is right only where all of them are evaluated together. Immutable.
/// </summary>
public sealed class PopulationUse
{
    internal PopulationUse(string result, string function) => (Result, Function) = (result, function);

    /// <summary>The name of the result, such as <c>team_share</c>.</summary>
    public string Result { get; }

    /// <summary>
    /// The function as the ruleset calls it, such as <c>within</c> or <c>rank</c>; <c>pool</c> for an amount that is divided
    /// among members, <c>rating</c> for grades by quota.
    /// </summary>
    public string Function { get; }

    /// <summary>The result, and the function in brackets.</summary>
    public override string ToString() => $"{Result} ({Function})";
}
