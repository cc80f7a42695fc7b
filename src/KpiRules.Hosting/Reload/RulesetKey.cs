// Which ruleset of which source; the empty name is the source as a whole.
using System;

namespace KpiRules.Hosting.Reload;

internal readonly record struct RulesetKey(int Origin, string Name) : IComparable<RulesetKey>
{
    public int CompareTo(RulesetKey other) =>
        Origin != other.Origin ? Origin.CompareTo(other.Origin) : string.CompareOrdinal(Name, other.Name);
}
