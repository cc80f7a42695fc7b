// Reads the settings of a ruleset.
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets;

internal static class SettingsReader
{
    public static SettingsDefinition Read(ObjectReader? reader)
    {
        var settings = new SettingsDefinition();
        if (reader is null)
            return settings;
        settings = new SettingsDefinition
        {
            Currency = reader.Read(SettingsShape.Currency)?.Value,
            MoneyDecimals = reader.Read(SettingsShape.MoneyDecimals),
            Rounding = reader.Read(SettingsShape.Rounding),
            MissingIsZero = reader.Read(SettingsShape.Missing) == MissingMeasure.Zero,
            Language = reader.Read(SettingsShape.Language)?.Value ?? settings.Language,
            Period = reader.Read(SettingsShape.Period),
            FiscalYearStart = reader.Read(SettingsShape.FiscalYearStart),
            Workdays = reader.Read(SettingsShape.Workdays) ?? Workdays.All,
            Lookback = reader.Read(SettingsShape.Lookback),
            RequiresCap = RequiresCap(reader.Read(SettingsShape.Lint)),
        };
        reader.Finish();
        return settings;
    }

    private static bool RequiresCap(ObjectReader? lint)
    {
        var requires = lint?.Read(LintSettingsShape.RequireCap)?.Value ?? false;
        lint?.Finish();
        return requires;
    }
}
