// A test that a ruleset carries.
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

/// <summary>A test as the author wrote it; its facts are read against the policy when it runs.</summary>
/// <param name="Period">Null for a test over a range of periods or of a plan.</param>
/// <param name="CompleteFrom">From where the facts are complete; null: from the earliest.</param>
/// <param name="Plan">The plan that is tested; null where none is.</param>
/// <param name="Closed">The last closed period of the plan; null for none.</param>
internal sealed record TestDefinition(
    JsonString Name, Period? Period, int? AsOf, Period? CompleteFrom, JsonString? Plan, Period? Closed, JsonObject Json);
