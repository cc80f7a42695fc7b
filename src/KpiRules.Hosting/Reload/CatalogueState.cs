// All that is known between two readings, and what the last one brought.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Hosting.Policies;

namespace KpiRules.Hosting.Reload;

internal sealed class CatalogueState
{
    private CatalogueState(IReadOnlyDictionary<RulesetKey, RulesetState> rulesets, RulesetSet set) => (Rulesets, Set) = (rulesets, set);

    public static CatalogueState Empty { get; } = new(new Dictionary<RulesetKey, RulesetState>(), new RulesetSet([], []));

    public IReadOnlyDictionary<RulesetKey, RulesetState> Rulesets { get; }

    public RulesetSet Set { get; }

    /// <summary>Policies that came into use.</summary>
    public IReadOnlyList<RulesetState> Came { get; private init; } = [];

    /// <summary>Policies that went out of use.</summary>
    public IReadOnlyList<Policy> Went { get; private init; } = [];

    /// <summary>Problems that are new, or new as they are now.</summary>
    public IReadOnlyList<RulesetProblem> NewProblems { get; private init; } = [];

    /// <summary>The names of what was a problem and is none any more.</summary>
    public IReadOnlyList<string> Mended { get; private init; } = [];

    /// <summary>The names of JSON seen for the first time that is no ruleset.</summary>
    public IReadOnlyList<string> Others { get; private init; } = [];

    /// <summary>Something may be half-written: worth a look before long.</summary>
    public bool IsWaiting => Rulesets.Values.Any(state => state.IsWaiting);

    /// <summary>A source cannot be read.</summary>
    public bool IsSourceFailing => Rulesets.Keys.Any(key => key.Name.Length == 0);

    public CatalogueState Next(IReadOnlyDictionary<RulesetKey, RulesetState> rulesets)
    {
        var states = rulesets.Values.ToList();
        var set = new RulesetSet(
            states.Select(state => state.InUse).OfType<Policy>(),
            states.Select(state => state.Problem).OfType<RulesetProblem>().ToList().AsReadOnly());
        var (old, now) = (Set.Policies.ToLookup(Identity), set.Policies.ToLookup(Identity));
        return new CatalogueState(rulesets, set)
        {
            Came = states.Where(state => state.InUse is { } policy && !old.Contains(Identity(policy))).ToList(),
            Went = Set.Policies.Where(policy => !now.Contains(Identity(policy))).ToList().AsReadOnly(),
            NewProblems = set.Problems.Except(Set.Problems).ToList().AsReadOnly(),
            Mended = Rulesets.Where(before =>
                before.Value.Problem is not null && !(rulesets.TryGetValue(before.Key, out var after) && after.Problem is not null))
                .Select(before => before.Value.Name).ToList(),
            Others = rulesets.Where(after => after.Value.Reading is { IsOther: true } && !Rulesets.ContainsKey(after.Key))
                .Select(after => after.Value.Name).ToList(),
        };
    }

    private static (string, string, string) Identity(Policy policy) => (policy.Id, policy.Version, policy.ContentHash);
}
