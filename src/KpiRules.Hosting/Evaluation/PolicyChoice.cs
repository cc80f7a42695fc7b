// Which policy evaluates: one in hand, or the one that the catalogue has in effect.
using System;
using KpiRules.Facts;
using KpiRules.Hosting.Catalogue;
using KpiRules.Hosting.Policies;

namespace KpiRules.Hosting.Evaluation;

/// <summary>
/// Which policy evaluates: one that the caller has in hand, or, by the id of its ruleset or by its company, the one that the catalogue
/// has in effect in the period, of several periods in the last. Both convert to it, so that callers write either. Immutable.
/// </summary>
public readonly struct PolicyChoice
{
    private readonly Policy? _policy;
    private readonly string? _idOrCompany;

    private PolicyChoice(Policy? policy, string? idOrCompany) => (_policy, _idOrCompany) = (policy, idOrCompany);

    /// <summary>This policy, whatever the catalogue has.</summary>
    /// <exception cref="ArgumentNullException">There is no policy.</exception>
    public static implicit operator PolicyChoice(Policy policy) =>
        new(policy ?? throw new ArgumentNullException(nameof(policy)), null);

    /// <summary>The policy that the catalogue has in effect, as <see cref="RulesetSet.Get"/> finds it.</summary>
    /// <exception cref="ArgumentNullException">There is no name.</exception>
    public static implicit operator PolicyChoice(string idOrCompany) =>
        new(null, idOrCompany ?? throw new ArgumentNullException(nameof(idOrCompany)));

    /// <exception cref="ArgumentException">Nothing was chosen.</exception>
    /// <exception cref="RulesetNotFoundException">There is no such policy, or a company has several.</exception>
    internal Policy In(RulesetCatalogue catalogue, Period period) => _policy
        ?? catalogue.Get(_idOrCompany ?? throw new ArgumentException("Neither a policy nor the name of one is given."), period);
}
