// Takes units that do not go together, gives what a message says of them.
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Facts;

internal static class UnitWords
{
    /// <summary>As the ruleset writes it, else in words: money per count.</summary>
    public static object Of(Unit unit) => unit.Text ?? (unit.Factors is { } factors ? InWords(factors) : "");

    /// <summary>Of an amount and one per something: how to declare the amount where it is meant so too.</summary>
    public static Term Hint(Unit left, Unit right)
    {
        var (per, whole) = left.Factors?.Below.Count > 0 ? (left, right.Factors) : (right, left.Factors);
        return per.Factors is { Above.Count: 1, Below.Count: > 0 } factors
            && whole?.Below.Count == 0
            && whole.Above.SequenceEqual(factors.Above)
            ? new Term("hint.perUnit", Of(per), per.Text ?? string.Join("/", factors.Above.Concat(factors.Below)))
            : new Term("hint.none");
    }

    private static object InWords(UnitFactors factors)
    {
        var above = factors.Above.Count == 0 ? "1" : string.Join("*", factors.Above);
        if (factors.Below.Count == 0)
            return factors.Above.Count == 0 ? Unit.Ratio.Text! : above;
        object below = factors.Below[0];
        foreach (var word in factors.Below.Skip(1))
            below = new Term("unit.andPer", below, word);
        return new Term("unit.per", above, below);
    }
}
