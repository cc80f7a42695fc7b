// Periods as rulesets and facts write them.
using System;
using System.Globalization;

namespace KpiRules.Facts;

public readonly partial struct Period
{
    /// <summary>What <see cref="TryParse"/> reads, as a regular expression, but for the 53rd week of a year that has none.</summary>
    internal const string Pattern =
        "^(?:FY(?:19|2[0-9])[0-9]{2}(?:-Q[1-4]|-H[12])?|(?:19|2[0-9])[0-9]{2}(?:-Q[1-4]|-H[12]|-W(?:0[1-9]|[1-4][0-9]|5[0-3])"
        + "|-(?:0[1-9]|1[0-2]))?|(?=19|2)" + DayNumber.DayOfSomeYear + ")$";

    /// <summary>Reads a period as rulesets and facts write it.</summary>
    /// <exception cref="FormatException">The text is not a period; the message says what one looks like.</exception>
    public static Period Parse(string text) => TryParse(text, out var period)
        ? period
        : throw new FormatException(
            $"'{text}' is not a period; write 2026-03-31, 2026-W10, 2026-03, 2026-Q1, 2026-H1, 2026, FY2026-Q1, FY2026-H1 or FY2026.");

    /// <summary>Reads a period as rulesets and facts write it; false when the text is null or not one.</summary>
    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is null)
            return false;
        var fiscal = text.StartsWith("FY", StringComparison.Ordinal);
        var written = fiscal ? text.Substring(2) : text;
        if (!TryDigits(written, 0, 4, out var year) || year is < FirstYear or > LastYear)
            return false;
        if (written.Length == 4)
            return Found(new Period(PeriodKind.Year, year, 1, fiscal), out period);
        if (written[4] != '-' || written.Length < 6)
            return false;
        return written[5] switch
        {
            'Q' => TryNumbered(written, PeriodKind.Quarter, 1, 4, year, fiscal, out period),
            'H' => TryNumbered(written, PeriodKind.HalfYear, 1, 2, year, fiscal, out period),
            'W' when !fiscal => TryNumbered(written, PeriodKind.Week, 2, IsoWeek.CountIn(year), year, false, out period),
            _ => !fiscal && TryMonthOrDay(written, year, out period),
        };
    }

    /// <summary>
    /// Whether a day lies in the years that periods are written with: those beyond, such as 0001-01-01 and 9999-12-31, say that
    /// no day is known.
    /// </summary>
    internal static bool IsKnown(DateTime day) => day.Year is >= FirstYear and <= LastYear;

    /// <summary>As rulesets and facts write it.</summary>
    public override string ToString()
    {
        var year = (IsFiscal ? "FY" : "") + Year.ToString("0000", CultureInfo.InvariantCulture);
        return Kind switch
        {
            PeriodKind.Day => DayNumber.Write(FirstDayNumber(1)),
            PeriodKind.Week => FormattableString.Invariant($"{year}-W{Number:00}"),
            PeriodKind.Month => FormattableString.Invariant($"{year}-{Number:00}"),
            PeriodKind.Quarter => FormattableString.Invariant($"{year}-Q{Number}"),
            PeriodKind.HalfYear => FormattableString.Invariant($"{year}-H{Number}"),
            PeriodKind.Year => year,
        };
    }

    private static bool TryNumbered(string text, PeriodKind kind, int digits, int last, int year, bool fiscal, out Period period)
    {
        period = default;
        return text.Length == 6 + digits && TryDigits(text, 6, digits, out var number) && number >= 1 && number <= last
            && Found(new Period(kind, year, number, fiscal), out period);
    }

    private static bool TryMonthOrDay(string text, int year, out Period period)
    {
        period = default;
        if (DayNumber.TryParse(text, out var day))
            return Found(Containing(PeriodKind.Day, day), out period);
        return text.Length == 7 && TryDigits(text, 5, 2, out var month) && month is >= 1 and <= 12
            && Found(new Period(PeriodKind.Month, year, month), out period);
    }

    private static bool TryDigits(string text, int start, int count, out int number)
    {
        number = 0;
        if (text.Length < start + count)
            return false;
        for (var i = start; i < start + count; i++)
        {
            if (text[i] is < '0' or > '9')
                return false;
            number = number * 10 + (text[i] - '0');
        }

        return true;
    }

    private static bool Found(Period value, out Period period)
    {
        period = value;
        return true;
    }
}
