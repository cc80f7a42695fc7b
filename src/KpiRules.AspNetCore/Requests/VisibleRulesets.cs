// The rulesets that a caller may see, and which of them answers; what it may not see is not there.
using System.Collections.Generic;
using System.Linq;
using KpiRules.AspNetCore.Problems;
using KpiRules.Facts;
using KpiRules.Hosting.Policies;

namespace KpiRules.AspNetCore.Requests;

internal sealed class VisibleRulesets(RulesetSet set, string language)
{
    public IReadOnlyList<Policy> All => set.Policies;

    public static VisibleRulesets To(KpiRequest request)
    {
        var current = request.Catalogue.Current;
        var seen = request.Options.MaySee is { } maySee
            ? new RulesetSet(current.Policies.Where(policy => maySee(request.Http, policy)), [])
            : current;
        return new VisibleRulesets(seen, request.Language);
    }

    public IReadOnlyList<Policy> VersionsOf(Policy policy) => All.Where(other => other.Id == policy.Id).ToList();

    /// <summary>The one in effect in the whole of a range of periods.</summary>
    /// <exception cref="ProblemException">There is none, or more than one.</exception>
    public Policy InEffect(string name, Period from, Period to)
    {
        var (first, last) = (
            Candidates(name).Where(policy => policy.IsInEffect(from)).ToList(),
            Candidates(name).Where(policy => policy.IsInEffect(to)).ToList());
        if (first.Count > 1 || last.Count > 1)
            throw Problem.Ambiguous(language, name, first.Union(last).ToList());
        if (first.Count == 0 || last.Count == 0)
            throw Problem.NotInEffect(language, name, from, to, Candidates(name));
        if (first[0] != last[0])
            throw Problem.SeveralVersions(language, from, to, [first[0], last[0]]);
        // of a company, another may be in effect only in between
        var between = Candidates(name).Where(policy => policy == first[0] || Periods(from, to).Any(policy.IsInEffect)).ToList();
        return between.Count == 1 ? first[0] : throw Problem.Ambiguous(language, name, between);
    }

    /// <summary>The version asked for; else the one in effect in a period; else the one that begins last.</summary>
    /// <exception cref="ProblemException">There is none, or more than one.</exception>
    public Policy Named(string name, string? version, Period? period)
    {
        if (period is { } asked)
            return InEffect(name, asked, asked);
        var candidates = Candidates(name);
        if (candidates.Any(policy => policy.Id != candidates[0].Id))
            throw Problem.Ambiguous(language, name, candidates);
        return version is null
            ? candidates[^1]
            : candidates.FirstOrDefault(policy => policy.Version == version)
                ?? throw Problem.NoVersion(language, name, version, candidates);
    }

    private static IEnumerable<Period> Periods(Period from, Period to)
    {
        for (var period = from; period != to; period = period.Add(1))
            yield return period;
        yield return to;
    }

    private IReadOnlyList<Policy> Candidates(string name) =>
        set.Candidates(name) is { Count: > 0 } candidates ? candidates : throw Problem.NoRuleset(language, name, All);
}
