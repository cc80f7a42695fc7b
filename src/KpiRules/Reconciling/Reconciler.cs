// Takes a policy, facts and what was paid, gives each amount with the cause of its difference.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Comparing;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Reconciling;

internal sealed class Reconciler(Policy policy, Variants variants, ExpectedPay expected)
{
    private readonly IReadOnlyList<string> _subjects = expected.Subjects.Union(variants.Own.Subjects)
        .OrderBy(subject => subject, StringComparer.Ordinal).ToList();

    public Reconciliation Reconcile()
    {
        // a total is told by its lines, which are therefore looked at first
        var found = new Dictionary<string, IReadOnlyList<ReconciledAmount>>();
        foreach (var result in expected.Results.OrderBy(result => result == Payout.Cell ? 1 : 0))
            found.Add(result, Reconcile(result, found));
        return new Reconciliation(expected.Results.SelectMany(result => found[result]).ToList().AsReadOnly());
    }

    private IReadOnlyList<ReconciledAmount> Reconcile(string result, Dictionary<string, IReadOnlyList<ReconciledAmount>> lines)
    {
        var amounts = new Dictionary<string, ReconciledAmount>();
        var open = new List<(string Subject, decimal Expected, decimal Actual)>();
        foreach (var subject in _subjects)
        {
            var (paid, actual) = (expected.AmountOf(subject, result), Variants.AmountOf(variants.Own, result, subject));
            if (Simple(result, subject, paid, actual, lines) is { } known)
                amounts.Add(subject, known);
            else
                open.Add((subject, paid!.Value, actual!.Value));
        }

        foreach (var (subject, paid, actual, rule) in ByRules(result, open))
            amounts.Add(subject, new ReconciledAmount(subject, result, paid, actual, ReconciliationCause.Rule, [], rule));
        return _subjects.Select(subject => amounts[subject])
            .Where(amount => expected.Has(amount.Subject, result) || amount.Actual is not null).ToList();
    }

    /// <summary>The amount with its cause, where it takes no looking for rules; else null.</summary>
    private ReconciledAmount? Simple(
        string result, string subject, decimal? paid, decimal? actual, Dictionary<string, IReadOnlyList<ReconciledAmount>> lines)
    {
        if (paid is null || actual is null)
            return Of(
                paid is null && actual is null or 0 ? ReconciliationCause.Equal
                : actual is null ? ReconciliationCause.MissingHere : ReconciliationCause.MissingThere);
        if (paid == actual)
            return Of(ReconciliationCause.Equal);
        if (result == Payout.Cell && policy.Incentives.Count > 0 && policy.Incentives.All(line => lines.ContainsKey(line.Name))
            && policy.Incentives.Sum(line => OfSubject(lines[line.Name])?.Difference ?? 0) == actual - paid)
            return Of(ReconciliationCause.Lines);
        if (Nearness.IsRounded(paid.Value, actual.Value, policy))
            return Of(ReconciliationCause.Rounding);
        return OtherFacts(result, subject, paid.Value) is { Count: > 0 } facts ? Of(ReconciliationCause.Facts, facts) : null;

        ReconciledAmount? OfSubject(IReadOnlyList<ReconciledAmount> amounts) => amounts.FirstOrDefault(one => one.Subject == subject);

        ReconciledAmount Of(ReconciliationCause cause, IReadOnlyList<InputChange>? facts = null) =>
            new(subject, result, paid, actual, cause, facts ?? [], null);
    }

    /// <summary>The fewest facts that were others and give what was paid: one, or all without which it is not given; else none.</summary>
    private IReadOnlyList<InputChange> OtherFacts(string result, string subject, decimal paid)
    {
        var seen = variants.Own.TryGet(subject, out var found) ? found : null;
        var different = expected.FactsOf(subject)
            .Where(fact => policy.FactsByName.ContainsKey(fact.Key) && seen?.ValueOf(fact.Key).Value != fact.Value)
            .OrderBy(fact => fact.Key, StringComparer.Ordinal).ToList();
        foreach (var fact in different)
        {
            if (Gives([fact]))
                return Told([fact]);
        }

        if (different.Count < 2 || !Gives(different))
            return [];
        foreach (var fact in different.ToList())
        {
            var rest = different.Where(other => other.Key != fact.Key).ToList();
            if (Gives(rest))
                different = rest;
        }

        return Told(different);

        bool Gives(IEnumerable<KeyValuePair<string, FactValue>> facts) =>
            variants.AmountWith(result, subject, facts.ToDictionary(fact => fact.Key, fact => fact.Value)) is { } amount
            && (amount == paid || Nearness.IsRounded(paid, amount, policy));

        IReadOnlyList<InputChange> Told(IEnumerable<KeyValuePair<string, FactValue>> facts) => facts
            .Select(fact => new InputChange(
                fact.Key, null, fact.Value, seen?.ValueOf(fact.Key).Value ?? default, policy.FactsByName[fact.Key].Unit))
            .ToList().AsReadOnly();
    }

    /// <summary>For each the rule that gives what was paid; of several, the one that does so for most.</summary>
    private IEnumerable<(string Subject, decimal Expected, decimal Actual, AnotherRule? Rule)> ByRules(
        string result, IReadOnlyList<(string Subject, decimal Expected, decimal Actual)> open)
    {
        if (open.Count == 0)
            return [];
        var candidates = new RuleCandidates(policy, variants, result);
        var matches = open.Select(_ => new List<AnotherRule>()).ToList();
        var all = candidates.All().ToList();
        for (var i = 0; i < open.Count; i++)
        {
            var (subject, paid, actual) = open[i];
            var solved = candidates.Rates.Select(row => candidates.Solved(row, subject, paid, actual)).OfType<RuleCandidate>();
            matches[i].AddRange(all.Concat(solved).Where(candidate =>
                candidate.AmountOf(subject) is { } amount && (amount == paid || IsNear(amount, paid, actual))).Select(one => one.Rule));
        }

        var counts = matches.SelectMany(rules => rules.Distinct()).GroupBy(rule => rule)
            .ToDictionary(group => group.Key, group => group.Count());
        return open.Select((one, i) => (
            one.Subject, one.Expected, one.Actual, (AnotherRule?)matches[i].OrderByDescending(rule => counts[rule]).FirstOrDefault()));
    }

    /// <summary>Near what was paid, and nearer than what the policy gives by far.</summary>
    private bool IsNear(decimal amount, decimal paid, decimal actual) =>
        Math.Abs(amount - paid) <= Nearness.Of(policy) && Math.Abs(actual - paid) > 10 * Nearness.Of(policy);
}
