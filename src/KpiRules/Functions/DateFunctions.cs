// The functions that count days and months, between dates and on from one.
using System;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class DateFunctions
{
    public static readonly RowFunction DaysBetween = new(
        "daysBetween",
        new Signature([Date("a"), Date("b")], ValueKind.Number, ResultUnit.Days),
        Combining.WithoutMeasures,
        new("从 a 到 b 的天数，b 较早时为负", "the days from a to b, negative when b is the earlier"),
        [new("daysBetween(#2026-03-01#, #2026-03-31#)", "30"), new("daysBetween(#2026-03-31#, #2026-03-01#)", "-30")],
        new DatePairForm((from, to) => to - from),
        LinqForms.Number(days => $"decimal(({days[1]} - {days[0]}).Days)"));

    public static readonly RowFunction ActiveDays = new(
        "activeDays",
        new Signature([Date("from"), Date("to")], ValueKind.Number, ResultUnit.Days),
        Combining.Never("combine.calendar"),
        new(
            "从 `from` 到 `to` 在职的人本期在职的工作日数；`to` 不可用表示尚未离职",
            "the workdays of the period on which someone employed from `from` to `to` was there; a `to` that is not available is open"),
        [new("activeDays(hired, left)", "16"), new("activeDays(#2026-03-01#, #2026-03-06#)", "6")],
        new StayForm((calendar, from, to) => calendar.ActiveDays(from, to)),
        WrittenActiveDays)
    {
        Range = _ => Interval.NotNegative,
    };

    public static readonly RowFunction AddDays = new(
        "addDays",
        new Signature([Date("d"), Number("n")], ValueKind.Date, ResultUnit.None),
        Combining.WithoutMeasures,
        new(
            "d 之后 n 天的日期，n 为负则在之前；n 不是整数则不可用",
            "the date n days on from d, back where n is negative; not available unless n is a whole number"),
        [new("addDays(#2026-02-28#, 1)", "2026-03-01"), new("addDays(#2024-03-01#, -1)", "2024-02-29"), new("addDays(hired, 0.5)", "n/a")],
        new DateStepForm((from, days) => Whole(days, -from, LastDay - from) is { } whole ? from + whole : null),
        Step((date, days) => (
            $"{days} >= decimal((DateTime(1, 1, 1) - {date}).Days) && {days} <= decimal((DateTime(9999, 12, 31) - {date}).Days)",
            $"{date}.AddDays(double({days}))")));

    public static readonly RowFunction AddMonths = new(
        "addMonths",
        new Signature([Date("d"), Number("n")], ValueKind.Date, ResultUnit.None),
        Combining.WithoutMeasures,
        new(
            "d 之后 n 个月的同一日，当月没有该日则为月末，n 为负则在之前；n 不是整数则不可用",
            "the day of the same number n months on from d, or the last of the month where there is none; back where n is negative; "
                + "not available unless n is a whole number"),
        [
            new("addMonths(#2026-08-31#, 3)", "2026-11-30"), new("addMonths(#2024-02-29#, -12)", "2023-02-28"),
            new("addMonths(hired, 1.5)", "n/a"),
        ],
        new DateStepForm((from, months) => Whole(months, -MonthNumber(from), MonthNumber(LastDay) - MonthNumber(from)) is { } whole
            ? DayNumber.Of(DayNumber.ToDate(from).AddMonths(whole))
            : null),
        Step((date, months) => (
            $"{months} >= decimal(13 - {date}.Year * 12 - {date}.Month) && {months} <= decimal(120000 - {date}.Year * 12 - {date}.Month)",
            $"{date}.AddMonths(int({months}))")));

    public static readonly RowFunction MonthsBetween = new(
        "monthsBetween",
        new Signature([Date("a"), Date("b")], ValueKind.Number, ResultUnit.None),
        Combining.WithoutMeasures,
        new(
            "从 a 到 b 的整月数，即使 `addMonths(a, n)` 不晚于 b 的最大 n；b 较早时为 `-monthsBetween(b, a)`",
            "the whole months from a to b: the greatest n for which `addMonths(a, n)` is not after b; "
                + "`-monthsBetween(b, a)` where b is the earlier"),
        [
            new("monthsBetween(#2026-08-31#, #2026-11-30#)", "3"), new("monthsBetween(#2026-10-01#, #2026-12-31#)", "2"),
            new("monthsBetween(#2026-12-31#, #2026-10-01#)", "-2"),
        ],
        new DatePairForm((from, to) => from <= to ? WholeMonths(from, to) : -WholeMonths(to, from)),
        LinqForms.Number(days => $"({days[0]} <= {days[1]} ? {Months(days[0], days[1])} : -{Months(days[1], days[0])})"));

    /// <summary>The last day that a date can be, 9999-12-31.</summary>
    private static readonly int LastDay = DayNumber.Of(DateTime.MaxValue);

    /// <summary>How many months lie before the month of a day, since 0001-01.</summary>
    private static int MonthNumber(int day)
    {
        var date = DayNumber.ToDate(day);
        return (date.Year - 1) * 12 + date.Month - 1;
    }

    private static int WholeMonths(int from, int to)
    {
        var months = MonthNumber(to) - MonthNumber(from);
        return DayNumber.Of(DayNumber.ToDate(from).AddMonths(months)) > to ? months - 1 : months;
    }

    /// <summary>A whole number between two others; null for anything else.</summary>
    private static int? Whole(decimal number, int least, int most) =>
        number >= least && number <= most && number == decimal.Truncate(number) ? (int)number : null;

    /// <summary>The whole months from one day to another that is not before it, as dynamic LINQ.</summary>
    private static string Months(string from, string to)
    {
        var months = $"(({to}.Year - {from}.Year) * 12 + {to}.Month - {from}.Month)";
        return $"decimal({months} - ({from}.AddMonths({months}) > {to} ? 1 : 0))";
    }

    /// <param name="written">Takes a date and a number; gives whether the number leads to a date, and that date.</param>
    private static LinqForm Step(Func<string, string, (string IsInRange, string Date)> written) =>
        (write, call) => write.Lifted(ValueKind.Date, call.Arguments.Select(write.Part), values =>
        {
            var (isInRange, date) = written(values[0], values[1]);
            return Terms.If(
                $"{values[1]} == Math.Truncate({values[1]}) && {isInRange}", Terms.Primary(date), LinqTerm.Null(ValueKind.Date));
        });

    /// <summary>A last day that is not given is open.</summary>
    private static LinqTerm WrittenActiveDays(ILinqWriter write, CallOperation call)
    {
        var (from, to) = (write.Short(call.Arguments[0]), write.Short(call.Arguments[1]));
        var last = to.MayBeNull ? $"({to.Text} == null || it <= {to.Text}.Value)" : $"it <= {to.Text}";
        var workdays = write.Calendar(CalendarFact.Workdays, call.Lag).Text;
        return Terms.Guarded(
            [from], Terms.Primary($"decimal({workdays}.Count(it >= {Terms.ValueOf(from)} && {last}))"), ValueKind.Number);
    }
}
