// The release of an incentive as the author wrote it ("Release: earned now, due later" in docs/format.md).
using System.Collections.Generic;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Incentives.Releases;

/// <param name="Parts">In the order of the ruleset.</param>
internal sealed record ReleaseDefinition(JsonArray Json, IReadOnlyList<ReleasePart> Parts);

/// <summary>A part of what is earned.</summary>
/// <param name="Share">A number, a formula, or the word for what the others leave; null after a fault.</param>
/// <param name="After">How many periods later it is first asked for.</param>
/// <param name="When">Whether it is due in the period in which it is asked for; null: always.</param>
/// <param name="Until">How many periods later it is asked for last.</param>
internal sealed record ReleasePart(JsonObject Json, JsonValue? Share, int After, JsonString? When, int Until)
{
    public const string Rest = "rest";

    public bool IsRest => Share is JsonString { Value: Rest };
}
