// Takes a policy and a result, gives rules that somebody may have gone by instead, each with what it comes to for a subject.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Source.Json;

namespace KpiRules.Reconciling;

/// <param name="AmountOf">What it comes to for a subject; null where it comes to nothing.</param>
internal sealed record RuleCandidate(AnotherRule Rule, Func<string, decimal?> AmountOf);

internal sealed class RuleCandidates(Policy policy, Variants variants, string result)
{
    private const int MostDecimals = 4;

    private readonly JsonObject _json = policy.Json;
    private readonly Dictionary<(RateRow Row, decimal Value), JsonObject> _rates = [];
    private readonly List<IncentiveDescription> _lines =
        policy.Incentives.Where(line => result == Payout.Cell || line.Name == result).ToList();

    /// <summary>Those that are the same for everybody.</summary>
    public IEnumerable<RuleCandidate> All() => _lines.SelectMany(OfLine).Concat(OfSettings());

    /// <summary>The rates that may be others; for whom, and how, follows from what was paid.</summary>
    public IReadOnlyList<RateRow> Rates { get; } = RateRows.In(
        policy.Json, policy.Incentives.Where(line => result == Payout.Cell || line.Name == result).Select(line => line.Name),
        policy.Parameters).ToList();

    /// <summary>A rate that would give an amount, as round as people write rates; null for none.</summary>
    /// <param name="amount">What was paid.</param>
    /// <param name="actual">What the policy gives.</param>
    public RuleCandidate? Solved(RateRow row, string subject, decimal amount, decimal actual)
    {
        // what it would be at another rate tells how much each hundredth is worth
        var other = row.Value == 0 ? 1 : 0;
        if (variants.AmountOf(With(row, other), result, subject) is not { } there || there == actual)
            return null;
        try
        {
            var each = (actual - there) / (row.Value - other);
            var solved = row.Value + (amount - actual) / each;
            var rate = decimal.Round(solved, Math.Abs(row.Value) < 1 ? 3 : Math.Abs(row.Value) < 10 ? 2 : 0, MidpointRounding.AwayFromZero);
            if (rate == row.Value || (rate < 0 && row.Value >= 0) || Math.Abs((rate - solved) * each) > Nearness.Of(policy))
                return null;
            var title = policy.Incentives.FirstOrDefault(line => line.Name == row.Line)?.Title;
            return new RuleCandidate(
                new AnotherRule(AnotherRuleKind.Rate, row.Line, title, row.Row, row.Value, rate, row.Unit),
                whose => variants.AmountOf(With(row, rate), result, whose));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private JsonObject With(RateRow row, decimal value)
    {
        if (!_rates.TryGetValue((row, value), out var ruleset))
            _rates.Add((row, value), ruleset = row.With(value));
        return ruleset;
    }

    private IEnumerable<RuleCandidate> OfLine(IncentiveDescription line)
    {
        foreach (var (property, kind) in new[]
        {
            ("max", AnotherRuleKind.NoMax), ("min", AnotherRuleKind.NoMin), ("gate", AnotherRuleKind.NoGate),
            ("appliesTo", AnotherRuleKind.ForAll), ("multiplier", AnotherRuleKind.NoMultiplier), ("draw", AnotherRuleKind.NoDraw),
        })
        {
            if (RulesetEdit.At(_json, "incentives", line.Name, property) is not null)
                yield return Of(kind, line, RulesetEdit.With(_json, ["incentives", line.Name, property], null));
        }

        if (WholeAtTier(line.Name) is { } whole)
            yield return Of(AnotherRuleKind.WholeAtTier, line, whole);
        if (RulesetEdit.At(_json, "incentives", line.Name, "amount", "accumulate") is not null)
            yield return Of(
                AnotherRuleKind.NotAccumulated, line, RulesetEdit.With(_json, ["incentives", line.Name, "amount", "accumulate"], null));
        if (RulesetEdit.At(_json, "incentives", line.Name, "each") is not null
            && RulesetEdit.At(_json, "incentives", line.Name, "amount") is JsonString amount)
            yield return Of(AnotherRuleKind.RoundedPerRecord, line, RulesetEdit.With(
                _json, ["incentives", line.Name, "amount"], RulesetEdit.Text(
                    FormattableString.Invariant($"Round({amount.Value}, {policy.MoneyDecimals})"))));
        yield return new RuleCandidate(
            new AnotherRule(AnotherRuleKind.LeftOut, line.Name, line.Title), subject => Without(line.Name, subject));
    }

    /// <summary>Tiers whose rates hold for the whole amount: the same rows as steps, times what they are on.</summary>
    private JsonObject? WholeAtTier(string line)
    {
        if (RulesetEdit.At(_json, "incentives", line, "amount") is not JsonObject schedule
            || schedule["marginal"] is not JsonArray tiers || schedule["on"] is not { } on || schedule["accumulate"] is not null)
            return null;
        var steps = new JsonArray(tiers.Place, tiers.Items.OfType<JsonObject>().Select(tier => new JsonObject(
            tier.Place,
            tier.Members.Select(member => member.Name.Value == "rate" ? member with { Name = RulesetEdit.Text("value") } : member)
                .ToList())).ToList<JsonValue>());
        var rate = RulesetEdit.With(RulesetEdit.With(schedule, ["marginal"], null), ["steps"], steps);
        var other = RulesetEdit.With(_json, ["incentives", line, "amount"], null);
        return RulesetEdit.With(RulesetEdit.With(other, ["incentives", line, "basis"], on), ["incentives", line, "rate"], rate);
    }

    private IEnumerable<RuleCandidate> OfSettings()
    {
        if (!policy.Settings.MissingIsZero)
            yield return Of(
                AnotherRuleKind.MissingIsZero, null, RulesetEdit.With(_json, ["settings", "missing"], RulesetEdit.Text("zero")));
        var own = EnumText<Rounding>.Of(policy.Settings.Rounding);
        foreach (var rounding in EnumText<Rounding>.All.Where(rounding => rounding != own))
            yield return Of(
                AnotherRuleKind.RoundedOtherwise, null, RulesetEdit.With(_json, ["settings", "rounding"], RulesetEdit.Text(rounding)),
                own, rounding);
        for (var decimals = 0; decimals <= MostDecimals; decimals++)
        {
            if (decimals != policy.MoneyDecimals)
                yield return Of(
                    AnotherRuleKind.RoundedOtherwise, null,
                    RulesetEdit.With(_json, ["settings", "moneyDecimals"], RulesetEdit.Number(decimals)), policy.MoneyDecimals, decimals);
        }
    }

    private RuleCandidate Of(
        AnotherRuleKind kind, IncentiveDescription? line, JsonObject ruleset, FactValue policys = default, FactValue theirs = default) =>
        new(
            new AnotherRule(kind, line?.Name ?? "", line?.Title, "", policys, theirs),
            subject => variants.AmountOf(ruleset, result, subject));

    private decimal? Without(string line, string subject)
    {
        var (total, amount) = (variants.AmountOf(_json, result, subject), variants.AmountOf(_json, line, subject));
        return result == line ? (total is null ? null : 0) : total - amount;
    }
}
