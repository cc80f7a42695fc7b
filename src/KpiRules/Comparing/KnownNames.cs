// Takes names that a caller gives, says whether the policy has them, and which are close.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Comparing;

internal static class KnownNames
{
    /// <exception cref="ArgumentException">The policy has no such fact.</exception>
    public static FactDefinition FactOf(Policy policy, string name) =>
        policy.FactsByName.TryGetValue(name, out var fact) ? fact : throw Unknown("fact", name, policy.Facts.Select(one => one.Name));

    /// <exception cref="ArgumentException">The policy has no such list of records.</exception>
    public static void CheckList(Policy policy, string name)
    {
        if (policy.Records.All(list => list.Name != name))
            throw Unknown("list of records", name, policy.Records.Select(list => list.Name));
    }

    /// <exception cref="KeyNotFoundException">The policy gives no such result.</exception>
    public static CellDescription ResultOf(Policy policy, string name) =>
        policy.Results.FirstOrDefault(result => result.Name == name)
        ?? throw UnknownName.NoKey($"There is no result '{name}' in ruleset '{policy.Id}'", name, policy.Results.Select(one => one.Name));

    private static ArgumentException Unknown(string what, string name, IEnumerable<string> names) =>
        new($"There is no {what} '{name}'{UnknownName.Close(name, names)}.");
}
