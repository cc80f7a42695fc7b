// One fact or field that a map takes from an item: what it is called, and how it is got.
using System;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <param name="Name">As the ruleset calls it; null to find it by the member's name.</param>
/// <param name="Member">The property, where there is one; for finding the fact, and for messages.</param>
/// <param name="Role">What the host says it is; null where it says nothing.</param>
/// <param name="Kind">The type of all its values, where that is known beforehand.</param>
/// <param name="IsOptional">Whether a policy without it is served.</param>
internal sealed record MappedFact<T>(string? Name, string? Member, FactRole? Role, ValueKind? Kind, bool IsOptional, Func<T, FactValue> Get)
{
    /// <summary>What to call it in messages.</summary>
    public string Shown => Name ?? Member!;
}

/// <summary>A fact of a map and what it is to a policy.</summary>
internal readonly record struct BoundFact<T>(FactDefinition Fact, Func<T, FactValue> Get);
