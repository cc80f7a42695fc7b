// All policies in use at one moment, and which of them answers for an id or a company in a period.
using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Hosting.Policies;

/// <summary>
/// The policies in use at one moment, by id, version, company and period. Immutable; safe to share between threads.
/// Asking takes no lock.
/// </summary>
public sealed class RulesetSet
{
    private readonly Dictionary<string, Policy[]> _byId;
    private readonly Dictionary<string, Policy[]> _byCompany;

    internal RulesetSet(IEnumerable<Policy> policies, IReadOnlyList<RulesetProblem> problems)
    {
        Policies = policies.OrderBy(policy => policy.Id, StringComparer.Ordinal).ThenBy(policy => policy.EffectiveFrom)
            .ThenBy(policy => policy.Version, StringComparer.Ordinal).ToList().AsReadOnly();
        Problems = problems;
        _byId = Policies.GroupBy(policy => policy.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        _byCompany = Policies.Where(policy => policy.Company is not null).GroupBy(policy => policy.Company!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>All of them, by id, then by the first day on which they hold.</summary>
    public IReadOnlyList<Policy> Policies { get; }

    /// <summary>
    /// The rulesets that cannot be used as they are now written, and the sources that cannot be read; empty when all is well.
    /// </summary>
    public IReadOnlyList<RulesetProblem> Problems { get; }

    /// <summary>The one policy in effect in a period: the whole of the period lies within the days on which it holds.</summary>
    /// <param name="idOrCompany">The id of a ruleset; where no ruleset has that id, the company whose it is. Case matters.</param>
    /// <param name="period">The period to be evaluated.</param>
    /// <exception cref="RulesetNotFoundException">There is none, or a company has several; the message says what there is.</exception>
    public Policy Get(string idOrCompany, Period period) =>
        TryGet(idOrCompany, period, out var policy)
            ? policy
            : throw RulesetLookup.Failure(this, idOrCompany, period, Candidates(idOrCompany));

    /// <summary>The one policy in effect in a period; false when there is none, and when a company has several.</summary>
    /// <param name="idOrCompany">The id of a ruleset; where no ruleset has that id, the company whose it is. Case matters.</param>
    /// <param name="period">The period to be evaluated.</param>
    /// <param name="policy">The policy; null when there is none.</param>
    public bool TryGet(string idOrCompany, Period period, [NotNullWhen(true)] out Policy? policy)
    {
        policy = null;
        foreach (var candidate in Candidates(idOrCompany))
        {
            if (!candidate.IsInEffect(period))
                continue;
            if (policy is not null)
            {
                policy = null;
                return false;
            }

            policy = candidate;
        }

        return policy is not null;
    }

    internal IEnumerable<string> Names => _byId.Keys.Concat(_byCompany.Keys);

    /// <summary>What bears the name, in effect or not.</summary>
    internal IReadOnlyList<Policy> Candidates(string idOrCompany) =>
        idOrCompany is null ? throw new ArgumentNullException(nameof(idOrCompany))
            : _byId.TryGetValue(idOrCompany, out var versions) ? versions
            : _byCompany.TryGetValue(idOrCompany, out var ofCompany) ? ofCompany
            : [];
}
