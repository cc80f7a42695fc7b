// What a ruleset says of its parameters and facts.
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed record ParameterDefinition(JsonString Name, decimal Value, Unit Unit);

internal sealed record FactEntry(JsonString Name, FactDefinition Fact);
