// A rate on an amount of money that pays all of it or more: 2.5 where 2.5 % is meant.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Linting;

internal sealed class MoneyRateRule : LintRule
{
    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) => ruleset.MoneyRates
        .Where(rate => rate.Written >= 1 && rate.Value >= 1 && !rate.IsWholeByIntent)
        .Select(rate => LintFaults.RateOfMoney(ruleset.PlaceOf(rate.Factor), rate.Written, rate.Value));
}
