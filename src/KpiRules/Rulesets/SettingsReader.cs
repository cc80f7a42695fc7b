// Reads the settings of a ruleset.
using System;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal sealed class SettingsReader(DiagnosticBag diagnostics)
{
    private static readonly string[] Weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    private enum Missing
    {
        NotAvailable,
        Zero,
    }

    public SettingsDefinition Read(JsonObject? json)
    {
        var settings = new SettingsDefinition();
        if (json is null)
            return settings;
        var reader = new ObjectReader(json, new Term("what.settings"), diagnostics);
        settings = new SettingsDefinition
        {
            Currency = ReadCurrency(reader),
            MoneyDecimals = reader.WholeNumber("moneyDecimals", 0, 8, settings.MoneyDecimals),
            Rounding = reader.OneOf<Rounding>("rounding") ?? settings.Rounding,
            MissingIsZero = reader.OneOf<Missing>("missing") == Missing.Zero,
            Language = ReadLanguage(reader) ?? settings.Language,
            Period = reader.OneOf<PeriodKind>("period") ?? settings.Period,
            FiscalYearStart = reader.WholeNumber("fiscalYearStart", 1, 12, settings.FiscalYearStart),
            Workdays = ReadWorkdays(reader, reader.Take("workdays")),
            Lookback = reader.WholeNumber("lookback", 0, 366, settings.Lookback),
        };
        reader.Finish();
        return settings;
    }

    /// <summary>Chinese or English, as <c>zh</c> or <c>zh-CN</c> and the like: messages exist in these.</summary>
    private static string? ReadLanguage(ObjectReader reader)
    {
        var text = reader.Text("language");
        if (text is null || text.Value.Split('-')[0] is "zh" or "en")
            return text?.Value;
        reader.ReportNotOneOf(text, "language", ["zh", "en"]);
        return null;
    }

    private string? ReadCurrency(ObjectReader reader)
    {
        var text = reader.Text("currency");
        if (text is not null && (text.Value.Length != 3 || !text.Value.All(c => c is >= 'A' and <= 'Z')))
            diagnostics.Add(RulesetFaults.BadCurrency(text.Place, text.Value));
        return text?.Value;
    }

    private Workdays ReadWorkdays(ObjectReader settings, JsonValue? value)
    {
        switch (value)
        {
            case null or JsonString { Value: "all" }:
                return Workdays.All;
            case JsonString { Value: "weekdays" }:
                return Workdays.MondayToFriday;
            case JsonString text:
                settings.ReportNotOneOf(text, "workdays", ["all", "weekdays"]);
                return Workdays.All;
            case JsonObject json:
                return ReadCalendar(json);
            default:
                settings.ReportType(value, "workdays", "json.workdays");
                return Workdays.All;
        }
    }

    private Workdays ReadCalendar(JsonObject json)
    {
        var reader = new ObjectReader(json, new Term("what.workdays"), diagnostics);
        var weekdays = new bool[7];
        reader.Required("days");
        foreach (var day in reader.Texts("days"))
        {
            var index = Array.IndexOf(Weekdays, day.Value);
            if (index >= 0)
                weekdays[index] = true;
            else
                reader.ReportNotOneOf(day, "days", Weekdays);
        }

        var holidays = reader.Texts("holidays").Select(day => reader.DateOf(day, "holidays")).ToList();
        var extra = reader.Texts("extra").Select(day => reader.DateOf(day, "extra")).ToList();
        reader.Finish();
        return new Workdays(weekdays, holidays.OfType<int>(), extra.OfType<int>());
    }
}
