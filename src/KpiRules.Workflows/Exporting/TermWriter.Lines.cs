// Writing of incentive lines: what they come to, their state, and what they come to together.
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private Term Line(LineOperation line)
    {
        var amount = Part(line.Inner);
        if (line.Gate is not null)
            amount = Choose(Part(line.Gate), amount, Term.Of(0m), ValueKind.Number);
        return line.Exists is null ? amount : If(Is(Part(line.Exists), true), amount, Term.Null(ValueKind.Number));
    }

    private Term LineState(LineStateOperation state)
    {
        var amount = Part(state.Amount);
        var found = Term.Of(LineStateOperation.Paid);
        if (state.Open is not null)
            found = If(Is(Part(state.Open), true), found, Term.Of(LineStateOperation.Closed));
        if (amount.MayBeNull)
            found = If($"{amount.At(Rank.Sum)} == null", Term.Of(LineStateOperation.Held), found);
        if (state.Exists is null)
            return found;
        var exists = Short(state.Exists);
        found = If(Is(exists, false), Term.Of(LineStateOperation.None), found);
        return exists.MayBeNull ? If($"{exists.Text} == null", Term.Of(LineStateOperation.Held), found) : found;
    }

    private Term Payout(PayoutOperation payout)
    {
        var sum = Term.Of(0m);
        foreach (var (stateOf, amountOf) in payout.Lines)
        {
            var (state, amount) = (Short(stateOf).Text, Part(amountOf));
            var counted = payout.CountsHeld
                ? If($"{state} == \"{LineStateOperation.Held}\"", Term.Of(1m), Term.Of(0m))
                : If($"{state} == \"{LineStateOperation.Paid}\" || {state} == \"{LineStateOperation.Closed}\"", amount.MayBeNull ? Coalesce(amount, Term.Of(0m)) : amount, Term.Of(0m));
            sum = Cut(Plus(sum, counted));
        }

        return sum;
    }

    private Term Accumulated(AccumulatedOperation accumulated)
    {
        var (now, isFirst) = (Short(accumulated.Now), Part(accumulated.IsFirst));
        var less = Part(accumulated.Before);
        var since = new Term($"{now.At(Rank.Sum)} - {less.At(Rank.Product)}", now.MayBeNull || less.MayBeNull, Rank.Sum);
        return Guarded([now], Choose(isFirst, now, since, ValueKind.Number), ValueKind.Number);
    }
}
