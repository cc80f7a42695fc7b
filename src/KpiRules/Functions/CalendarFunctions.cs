// The functions of the period itself: its workdays, and its place in the year.
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Functions;

internal static class CalendarFunctions
{
    public static readonly BoundFunction PeriodDays = OfPeriod(
        "periodDays",
        ResultUnit.Days,
        CalendarFact.Days,
        new("本期的工作日数", "the workdays of the period"),
        new Example("periodDays()", "31"));

    public static readonly RowFunction Elapsed = new(
        "elapsed",
        new Signature([], ValueKind.Number, ResultUnit.None),
        Combining.Never("combine.calendar"),
        new(
            "到截至日为止（含当天）已过工作日的比例；没有截至日则本期已结束",
            "the fraction of the workdays that have passed on the as-of date, that day included; without an as-of date the period is over"),
        [new("elapsed()", "1")],
        new CalendarForm(days => days.Days == 0 ? null : (decimal)days.DaysPassed / days.Days, CauseKind.NoWorkdays),
        (write, call) => Divided(write.Calendar(CalendarFact.DaysPassed, call.Lag), write.Calendar(CalendarFact.Days, call.Lag)))
    {
        Range = _ => new((0, true), (1, true)),
    };

    public static readonly BoundFunction Remaining = OfPeriod(
        "remaining",
        ResultUnit.Days,
        CalendarFact.DaysLeft,
        new("截至日之后还剩的工作日数；没有截至日则为 0", "the workdays that are left after the as-of date; without an as-of date the period is over"),
        new Example("remaining()", "0"));

    public static readonly BoundFunction Year = OfPeriod(
        "year",
        ResultUnit.None,
        CalendarFact.Year,
        new(
            "方案的年度：`fiscalYearStart` 为 7 时，2025 年 8 月属于 2026 年度",
            "the policy's year: with `fiscalYearStart` 7, August 2025 is in 2026"),
        new Example("year()", "2026"));

    public static readonly BoundFunction Quarter = OfPeriod(
        "quarter",
        ResultUnit.None,
        CalendarFact.Quarter,
        new(
            "方案年度的季度：`fiscalYearStart` 为 7 时，8 月属于第 1 季度",
            "the quarter of the policy's year: with `fiscalYearStart` 7, August is in quarter 1"),
        new Example("quarter()", "1"));

    public static readonly BoundFunction Month = OfPeriod(
        "month",
        ResultUnit.None,
        CalendarFact.Month,
        new("日历月份，1 到 12", "the calendar month, 1 to 12"),
        new Example("month()", "3"));

    public static readonly BoundFunction PeriodStart = OfPeriod(
        "periodStart",
        ResultUnit.None,
        CalendarFact.FirstDay,
        new("本期的第一天", "the first day of the period"),
        new Example("periodStart()", "2026-03-01"),
        ValueKind.Date);

    public static readonly BoundFunction PeriodEnd = OfPeriod(
        "periodEnd",
        ResultUnit.None,
        CalendarFact.LastDay,
        new("本期的最后一天", "the last day of the period"),
        new Example("periodEnd()", "2026-03-31"),
        ValueKind.Date);

    public static readonly BoundFunction AsOf = OfPeriod(
        "asOf",
        ResultUnit.None,
        CalendarFact.AsOf,
        new(
            "截至日，在 `previous` 中也一样，也不论它在哪一期；没有截至日则为 `periodEnd()`",
            "the as-of date, within `previous` too and wherever it lies; `periodEnd()` when none is given"),
        new Example("asOf()", "2026-03-31"),
        ValueKind.Date);

    private static BoundFunction OfPeriod(
        string name, ResultUnit unit, CalendarFact fact, FunctionText says, Example example, ValueKind kind = ValueKind.Number) => new(
        name,
        new Signature([], kind, unit),
        Combining.Never("combine.calendar"),
        says,
        [example],
        call => new CalendarOperation(call.Origin, fact, Lag.None, kind, call.Unit));

    private static LinqTerm Divided(LinqTerm number, LinqTerm days) => Terms.If(
        $"{days.Text} == 0m",
        LinqTerm.Null(ValueKind.Number),
        new LinqTerm($"{number.At(Rank.Product)} / {days.Text}", number.MayBeNull, Rank.Product));
}
