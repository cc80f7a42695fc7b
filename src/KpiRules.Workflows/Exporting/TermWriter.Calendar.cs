// Writing of what depends on the days of the period: day counts come with the facts.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private Term Elapsed(CallOperation call) => Divided(inputs.Of(CalendarFact.DaysPassed, call.Lag), inputs.Of(CalendarFact.Days, call.Lag));

    private static Term Divided(Term number, Term days) =>
        If($"{days.Text} == 0m", Term.Null(ValueKind.Number), new Term($"{number.At(Rank.Product)} / {days.Text}", number.MayBeNull, Rank.Product));

    /// <summary>A last day that is not given is open.</summary>
    private Term ActiveDays(CallOperation call)
    {
        var (from, to) = (Short(call.Arguments[0]), Short(call.Arguments[1]));
        var last = to.MayBeNull ? $"({to.Text} == null || it <= {to.Text}.Value)" : $"it <= {to.Text}";
        return Guarded([from], Primary($"decimal({inputs.Of(CalendarFact.Workdays, call.Lag).Text}.Count(it >= {ValueOf(from)} && {last}))"), ValueKind.Number);
    }
}
