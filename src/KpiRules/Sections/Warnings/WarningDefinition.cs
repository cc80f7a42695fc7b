// A warning as the author wrote it ("Warnings" in docs/format.md).
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Warnings;

internal sealed record WarningDefinition
{
    /// <summary>The recipient who is the subject; any other word is an attribute that holds the id of somebody.</summary>
    public const string Self = "self";

    public required JsonString Name { get; init; }

    /// <summary>Its id is no id, or another's; what it says is checked all the same.</summary>
    public bool IsIdTaken { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    /// <summary>The most severe first.</summary>
    public required IReadOnlyList<WarningCondition> Conditions { get; init; }

    /// <summary>How many periods in a row a condition must have held, the current one included.</summary>
    public int For { get; init; } = 1;

    public JsonString? Until { get; init; }

    /// <summary>One for each language the author wrote; empty for none.</summary>
    public required IReadOnlyList<MessageTemplate> Messages { get; init; }

    /// <summary><c>self</c>, or attributes that hold the ids of others.</summary>
    public required IReadOnlyList<JsonString> Notify { get; init; }

    public LocalizedText? Response { get; init; }

    public EscalationDefinition? Escalation { get; init; }
}

internal sealed record WarningCondition(WarningSeverity Severity, JsonString Formula);

/// <param name="After">For how many periods it must have been firing.</param>
internal sealed record EscalationDefinition(JsonNumber? AfterJson, int After, IReadOnlyList<JsonString> Notify);
