// The period of an item as a host gives it: as a period, as its text, or as a day.
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <param name="Given">The period, where it is given as one.</param>
/// <param name="Value">A day or a text otherwise; nothing where neither was given.</param>
internal readonly record struct GivenPeriod(Period? Given, FactValue Value)
{
    public GivenPeriod(Period? period)
        : this(period, default)
    {
    }

    public GivenPeriod(FactValue value)
        : this(null, value)
    {
    }

    public string Written => Given?.ToString() ?? Value.ToString().Trim();

    /// <summary>The day, where it is given as one; else null.</summary>
    public int? Day => Given is not null ? null
        : Value.Kind == ValueKind.Date ? Value.Day
        : DayNumber.TryParseWithTime(Written, out var day) ? day : null;

    /// <summary>Null for what is no period.</summary>
    public Period? In(Policy policy)
    {
        if (Given is not null)
            return Given;
        return Value.Date is { } day ? PeriodText.Of(day, policy.PeriodOf) : PeriodText.Read(Written, policy.PeriodOf);
    }
}
