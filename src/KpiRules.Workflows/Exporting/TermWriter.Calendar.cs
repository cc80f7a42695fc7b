// Writing of what depends on the days of the period: day counts come with the facts.
using System;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private Term OfPeriod(CallOperation call) => call.Function.Id switch
    {
        Function.PeriodDays => inputs.Of(CalendarFact.Days, call.Lag),
        Function.Remaining => inputs.Of(CalendarFact.DaysLeft, call.Lag),
        Function.Year => inputs.Of(CalendarFact.Year, call.Lag),
        Function.Quarter => inputs.Of(CalendarFact.Quarter, call.Lag),
        Function.Month => inputs.Of(CalendarFact.Month, call.Lag),
        Function.Elapsed => Divided(inputs.Of(CalendarFact.DaysPassed, call.Lag), inputs.Of(CalendarFact.Days, call.Lag)),
        _ => throw new NotSupportedException(call.Function.Name),
    };

    private Term OfCalendar(Operation expression) => expression switch
    {
        ProportionOperation { ToTheEnd: true } part => Proportion(part, CalendarFact.Days, CalendarFact.DaysPassed),
        ProportionOperation part => Proportion(part, CalendarFact.DaysPassed, CalendarFact.Days),
        PaceOperation pace => Pace(pace),
        RequiredOperation required => Divided(Part(required.Gap), inputs.Of(CalendarFact.DaysLeft, required.Lag)),
        LastOfOperation lastOf => inputs.Of(CalendarFacts.EndOf(lastOf.Span), lastOf.Lag),
        ByLengthOperation byLength => If(inputs.Of(CalendarFact.IsLonger, Lag.None).Text, Part(byLength.InLonger), Part(byLength.InPeriod)),
        PeriodBoundOperation bound => PeriodBound(bound),
        _ => throw new NotSupportedException(expression.GetType().Name),
    };

    private static Term Divided(Term number, Term days) =>
        If($"{days.Text} == 0m", Term.Null(ValueKind.Number), new Term($"{number.At(Rank.Product)} / {days.Text}", number.MayBeNull, Rank.Product));

    private Term Proportion(ProportionOperation part, CalendarFact factor, CalendarFact divisor) =>
        Divided(Times(Part(part.Amount), inputs.Of(factor, part.Lag)), inputs.Of(divisor, part.Lag));

    private Term Pace(PaceOperation pace)
    {
        var (value, target) = (Part(pace.Value), Short(pace.Target));
        var (days, passed) = (inputs.Of(CalendarFact.Days, pace.Lag), inputs.Of(CalendarFact.DaysPassed, pace.Lag));
        var atPace = new Term($"{value.At(Rank.Product)} * {days.Text} / ({target.At(Rank.Product)} * {passed.Text})", value.MayBeNull || target.MayBeNull, Rank.Product);
        return If($"{target.At(Rank.Sum)} == 0m || {passed.Text} == 0m", Term.Null(ValueKind.Number), atPace);
    }

    private Term PeriodBound(PeriodBoundOperation bound)
    {
        var bounds = new[]
        {
            bound.From is { } from ? $"{inputs.Of(CalendarFact.FirstDay, bound.Lag).Text} >= {Term.OfDay(DayNumber.ToDate(from)).Text}" : null,
            bound.To is { } to ? $"{inputs.Of(CalendarFact.LastDay, bound.Lag).Text} <= {Term.OfDay(DayNumber.ToDate(to)).Text}" : null,
            bound.Longest is { } longest ? $"{inputs.Of(CalendarFact.Length, bound.Lag).Text} <= {Term.Of((decimal)(int)longest).Text}" : null,
        };
        var asked = bounds.Where(text => text is not null).ToList();
        return asked.Count == 0 ? Term.Of(true) : new Term(string.Join(" && ", asked), false, asked.Count == 1 ? Rank.Comparison : Rank.And);
    }

    /// <summary>A last day that is not given is open.</summary>
    private Term ActiveDays(CallOperation call)
    {
        var (from, to) = (Short(call.Arguments[0]), Short(call.Arguments[1]));
        var last = to.MayBeNull ? $"({to.Text} == null || it <= {to.Text}.Value)" : $"it <= {to.Text}";
        return Guarded([from], Primary($"decimal({inputs.Of(CalendarFact.Workdays, call.Lag).Text}.Count(it >= {ValueOf(from)} && {last}))"), ValueKind.Number);
    }
}
