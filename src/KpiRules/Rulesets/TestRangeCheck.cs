// Checks the periods of a test over a range: of one kind, and no more than anybody would want evaluated.
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class TestRangeCheck(DiagnosticBag diagnostics)
{
    /// <summary>Every period from the first to the last is evaluated, and two of them can name a million.</summary>
    private const int MaxPeriods = 1000;

    public void Check(JsonObject? periods)
    {
        // names that are no periods have been reported
        var named = (periods?.Members ?? [])
            .Where(member => Period.TryParse(member.Name.Value, out _))
            .Select(member => (member.Name, Period: Period.Parse(member.Name.Value))).ToList();
        if (named.Count == 0)
            return;
        var (first, last) = (named[0], named[0]);
        foreach (var one in named)
        {
            if (one.Period.Kind != first.Period.Kind || one.Period.IsFiscal != first.Period.IsFiscal)
                diagnostics.Add(RulesetFaults.PeriodOfOtherKind(one.Name.Place, one.Name.Value, first.Name.Value));
            else if (one.Period.CompareTo(first.Period) < 0)
                first = one;
            else if (one.Period.CompareTo(last.Period) > 0)
                last = one;
        }

        if (first.Period.TryAdd(MaxPeriods) is { } beyond && beyond.CompareTo(last.Period) <= 0)
            diagnostics.Add(RulesetFaults.TooManyPeriods(last.Name.Place, MaxPeriods, first.Name.Value, last.Name.Value));
    }
}
