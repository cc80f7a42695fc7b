// The functions that count days between dates.
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
        WrittenActiveDays);

    /// <summary>A last day that is not given is open.</summary>
    private static Term WrittenActiveDays(ILinqWriter write, CallOperation call)
    {
        var (from, to) = (write.Short(call.Arguments[0]), write.Short(call.Arguments[1]));
        var last = to.MayBeNull ? $"({to.Text} == null || it <= {to.Text}.Value)" : $"it <= {to.Text}";
        var workdays = write.Calendar(CalendarFact.Workdays, call.Lag).Text;
        return Terms.Guarded(
            [from], Terms.Primary($"decimal({workdays}.Count(it >= {Terms.ValueOf(from)} && {last}))"), ValueKind.Number);
    }
}
