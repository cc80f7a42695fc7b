// What the author wrote, as records without behaviour; every value knows where it stands.
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed record RulesetDefinition
{
    public required JsonObject Json { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public string? Company { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    public EffectiveRange? Effective { get; init; }

    public required SettingsDefinition Settings { get; init; }

    public required IReadOnlyList<ParameterDefinition> Parameters { get; init; }

    /// <summary>Measures and attributes.</summary>
    public required IReadOnlyList<FactEntry> Facts { get; init; }

    public required IReadOnlyList<RecordDefinition> Records { get; init; }

    public required IReadOnlyList<KpiDefinition> Kpis { get; init; }

    public ScorecardDefinition? Scorecard { get; init; }

    public required IReadOnlyList<WarningDefinition> Warnings { get; init; }

    public required IReadOnlyList<IncentiveDefinition> Incentives { get; init; }

    public required IReadOnlyList<PlanDefinition> Plans { get; init; }

    public required IReadOnlyList<TestDefinition> Tests { get; init; }
}

/// <summary>The days on which a ruleset holds, both included; no last day is open.</summary>
internal sealed record EffectiveRange(int From, int? To);

internal sealed record SettingsDefinition
{
    public string? Currency { get; init; }

    public int MoneyDecimals { get; init; } = 2;

    public Rounding Rounding { get; init; } = Rounding.HalfUp;

    public bool MissingIsZero { get; init; }

    public string Language { get; init; } = "zh";

    public PeriodKind Period { get; init; } = PeriodKind.Month;

    public int FiscalYearStart { get; init; } = 1;

    public Workdays Workdays { get; init; } = Workdays.All;

    public int Lookback { get; init; } = 12;
}

internal sealed record ParameterDefinition(JsonString Name, decimal Value, string? Unit);

internal sealed record FactEntry(JsonString Name, FactDefinition Fact);

/// <summary>A number as the author may write it: a JSON number, a formula (a JSON string), or a schedule (an object).</summary>
/// <param name="Schedule">What the object says; null for a number and a formula.</param>
internal sealed record NumberDefinition(JsonValue Json, ScheduleDefinition? Schedule = null)
{
    /// <summary>The number itself; null where a formula or a schedule gives it.</summary>
    public decimal? Constant => (Json as JsonNumber)?.Value;
}

internal sealed record KpiDefinition
{
    public required JsonString Name { get; init; }

    public required JsonObject Json { get; init; }

    /// <summary>Its id is no id, or another's; what it says is checked all the same.</summary>
    public bool IsIdTaken { get; init; }

    public LocalizedText? Title { get; init; }

    public LocalizedText? Description { get; init; }

    public string? Unit { get; init; }

    public Better Better { get; init; }

    /// <summary>Null after a fault that has been reported.</summary>
    public NumberDefinition? Formula { get; init; }

    public NumberDefinition? Target { get; init; }

    /// <summary>The target comes with the facts.</summary>
    public JsonString? TargetGiven { get; init; }

    public NumberDefinition? Attainment { get; init; }

    public NumberDefinition? Score { get; init; }

    public StatusDefinition? Status { get; init; }

    public NumberDefinition? Weight { get; init; }

    public JsonString? Perspective { get; init; }

    /// <summary>How its targets combine over periods and subjects; null where the unit decides.</summary>
    public Combine? Combine { get; init; }

    public JsonString? AppliesTo { get; init; }

    /// <summary>How its target is checked; null where it is not.</summary>
    public KpiSmart? Smart { get; init; }
}

/// <summary>Which values of a KPI are the good ones.</summary>
internal enum Better
{
    Higher,
    Lower,
    Nearer,
}

/// <summary>From which attainment on a KPI is green or yellow; what is not written is the default.</summary>
internal sealed record StatusDefinition(JsonValue Json, NumberDefinition? Green, NumberDefinition? Yellow)
{
    public const decimal DefaultGreen = 1;
    public const decimal DefaultYellow = 0.8m;
}

/// <summary>A test as the author wrote it; its facts are read against the policy when it runs.</summary>
/// <param name="Period">Null for a test over a range of periods or of a plan.</param>
/// <param name="CompleteFrom">From where the facts are complete; null: from the earliest.</param>
/// <param name="Plan">The plan that is tested; null where none is.</param>
/// <param name="Closed">The last closed period of the plan; null for none.</param>
internal sealed record TestDefinition(JsonString Name, Period? Period, int? AsOf, Period? CompleteFrom, JsonString? Plan, Period? Closed, JsonObject Json);
