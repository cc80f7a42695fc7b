// What a ruleset says of its parameters and facts.
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

/// <param name="Written">The value where it stands, be it alone or among other properties.</param>
internal sealed record ParameterDefinition(JsonString Name, JsonNumber Written, Unit Unit)
{
    public decimal Value => Written.Value;
}

internal sealed record FactEntry(JsonString Name, FactDefinition Fact);
