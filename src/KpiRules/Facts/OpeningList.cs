// Takes the name of an incentive, gives that of the list of records by which what it had deferred comes with the facts.
using System;

namespace KpiRules.Facts;

/// <summary>No list of a ruleset has a dot in its name, so that such a list is known by its name alone.</summary>
internal static class OpeningList
{
    private const string Suffix = ".opening";

    public static string Of(string incentive) => incentive + Suffix;

    /// <summary>Whether a list says what is deferred: that is no fact of the period it is given for.</summary>
    public static bool Is(string list) => list.EndsWith(Suffix, StringComparison.Ordinal);
}
