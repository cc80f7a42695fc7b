// Weights that look as if they should add up to 100 and do not, and one that is a hundredth of the others.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Sections.Kpis;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Linting;

internal sealed class WeightRule : LintRule
{
    private const decimal Far = 50;

    /// <summary>Of fewer weights nobody expects a sum.</summary>
    private const int FewestOfSum = 3;

    /// <summary>How far from 100 a sum may be that was meant to be 100.</summary>
    private const decimal Near = 0.15m;

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset)
    {
        var json = ruleset.Definition.Json;
        var scorecard = json["scorecard"] as JsonObject;
        var perspectives = scorecard?["perspectives"] as JsonObject;
        var kpis = perspectives is null
            ? [Of(ruleset.Definition.Kpis)]
            : ruleset.Definition.Kpis.GroupBy(kpi => kpi.Perspective?.Value).Select(Of);
        return kpis.SelectMany(weights => Doubts(weights, scorecard?.Place))
            .Concat(Doubts(Of(perspectives), perspectives?.Place))
            .Concat(((json["plans"] as JsonObject)?.Members ?? []).Select(plan => (plan.Value as JsonObject)?["periods"] as JsonObject)
                .SelectMany(periods => Doubts(Of(periods), periods?.Place)));
    }

    private static IReadOnlyList<JsonNumber> Of(IEnumerable<KpiDefinition> kpis) =>
        kpis.Select(kpi => kpi.Weight?.Json).OfType<JsonNumber>().ToList();

    private static IReadOnlyList<JsonNumber> Of(JsonObject? weights) =>
        (weights?.Members ?? []).Select(member => member.Value).OfType<JsonNumber>().ToList();

    /// <param name="whole">Where to tell of the sum; null: at the first of them.</param>
    private static IEnumerable<Diagnostic> Doubts(IReadOnlyList<JsonNumber> all, SourcePlace? whole)
    {
        var weights = all.Where(weight => weight.Value > 0).ToList();
        if (weights.Count < 2)
            return [];
        // far from those next to it in size is far from all; of two, the lesser: nobody types a point too few
        var ordered = weights.OrderBy(weight => weight.Value).ToList();
        var outlier = ordered.Where((one, i) => (i == 0 || AreFar(one.Value, ordered[i - 1].Value))
            && (i == ordered.Count - 1 || AreFar(one.Value, ordered[i + 1].Value))).FirstOrDefault();
        if (outlier is not null)
            return [LintFaults.WeightUnlikeOthers(outlier.Place, outlier.Value, Texts(weights.Where(weight => weight != outlier)))];
        var sum = weights.Sum(weight => weight.Value);
        var meant = sum > 10 ? 100m : 1m;
        // three times 33 is meant: all alike
        return weights.Count >= FewestOfSum && sum != meant && Math.Abs(sum - meant) <= Near * meant
            && weights.Select(weight => weight.Value).Distinct().Count() > 1
            ? [LintFaults.WeightsMissTotal(whole ?? weights[0].Place, sum, meant, Texts(weights))]
            : [];
    }

    private static bool AreFar(decimal one, decimal other) => Math.Max(one, other) >= Far * Math.Min(one, other);

    private static IReadOnlyList<string> Texts(IEnumerable<JsonNumber> weights) =>
        weights.Select(weight => LintFaults.Plain(weight.Value)).ToList();
}
