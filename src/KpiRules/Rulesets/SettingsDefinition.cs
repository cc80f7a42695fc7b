// What holds for the whole of a ruleset.
using KpiRules.Facts;

namespace KpiRules.Rulesets;

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

    /// <summary>Whether it is a doubt that an incentive has no upper bound.</summary>
    public bool RequiresCap { get; init; }
}
