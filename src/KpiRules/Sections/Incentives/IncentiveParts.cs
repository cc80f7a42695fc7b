// The parts of an incentive line, as explanations tell them.
using System.Collections.Generic;
using KpiRules.Kernel;

namespace KpiRules.Sections.Incentives;

internal static class IncentiveParts
{
    private static readonly HashSet<string> Money =
        ["", "amount", "multiplied", "limited", "earned", "min", "max", "draw", "drawn", "opening", "recovered", "closing", "part",
            "own", "due", "deferred", "forfeited"];

    private static readonly HashSet<string> Written =
        ["exists", "gate", "amount", "basis", "rate", "multiplier", "min", "max", "draw", "share", "when", "asked", "own"];

    /// <summary>What is left of a draw when the period is over.</summary>
    public static CellKey Closing(string line) => CellKey.Of(line, "closing");

    /// <summary>Whether a part is what an author writes of a line, and not what we make of it.</summary>
    /// <remarks>Of several alike, the number stands behind the word.</remarks>
    public static bool AreWritten(string part) => Written.Contains(part.Split(' ')[0]);

    /// <summary>Whether a cell is the lesser or greater of an amount and its limits.</summary>
    public static bool IsLimited(CellKey key) => key is { IsHidden: true, Part: "limited" };

    /// <summary>Whether a part is an amount of money, whatever the units in its formulas say.</summary>
    /// <remarks>Of several alike, the number stands behind the word.</remarks>
    public static bool AreMoney(string part) => Money.Contains(part.Split(' ')[0]);
}
