// Takes the shares of one whole, one of which may be what the others leave, gives them all; they add up to exactly 1.
using System;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source;

namespace KpiRules.Rulesets;

internal static class WholeShares
{
    /// <summary>Null after reporting that they are not a whole together.</summary>
    /// <param name="shares">From 0 to 1; 0 for the rest.</param>
    /// <param name="rest">Which of them is what the others leave; below 0 for none.</param>
    /// <param name="notAWhole">The fault where there is no rest, and the sum is not 1.</param>
    /// <param name="nothingLeft">The fault where there is a rest, and the others come to more than 1.</param>
    public static decimal[]? Completed(
        decimal[] shares, int rest, SourcePlace place, Func<SourcePlace, decimal, Diagnostic> notAWhole,
        Func<SourcePlace, decimal, Diagnostic> nothingLeft, DiagnosticBag diagnostics)
    {
        var sum = shares.Sum();
        if (rest < 0 ? sum != 1 : sum > 1)
        {
            diagnostics.Add((rest < 0 ? notAWhole : nothingLeft)(place, sum));
            return null;
        }

        return shares.Select((share, i) => i == rest ? 1 - sum : share).ToArray();
    }
}
