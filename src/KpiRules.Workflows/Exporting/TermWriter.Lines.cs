// Writing of incentive lines: what they come to, their state, and what they come to together.
using KpiRules.Cells;
using KpiRules.Facts;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private Term Line(LineExpression line)
    {
        var amount = Part(line.Inner);
        if (line.Gate is not null)
            amount = Choose(Part(line.Gate), amount, Term.Of(0m), ValueKind.Number);
        return line.Exists is null ? amount : If(Is(Part(line.Exists), true), amount, Term.Null(ValueKind.Number));
    }

    private Term LineState(LineStateExpression state)
    {
        var amount = Part(state.Amount);
        var found = Term.Of(LineStateExpression.Paid);
        if (state.Open is not null)
            found = If(Is(Part(state.Open), true), found, Term.Of(LineStateExpression.Closed));
        if (amount.MayBeNull)
            found = If($"{amount.At(Rank.Sum)} == null", Term.Of(LineStateExpression.Held), found);
        if (state.Exists is null)
            return found;
        var exists = Short(state.Exists);
        found = If(Is(exists, false), Term.Of(LineStateExpression.None), found);
        return exists.MayBeNull ? If($"{exists.Text} == null", Term.Of(LineStateExpression.Held), found) : found;
    }

    private Term Payout(PayoutExpression payout)
    {
        var sum = Term.Of(0m);
        foreach (var (stateOf, amountOf) in payout.Lines)
        {
            var (state, amount) = (Short(stateOf).Text, Part(amountOf));
            var counted = payout.CountsHeld
                ? If($"{state} == \"{LineStateExpression.Held}\"", Term.Of(1m), Term.Of(0m))
                : If($"{state} == \"{LineStateExpression.Paid}\" || {state} == \"{LineStateExpression.Closed}\"", amount.MayBeNull ? Coalesce(amount, Term.Of(0m)) : amount, Term.Of(0m));
            sum = Cut(Plus(sum, counted));
        }

        return sum;
    }

    private Term Accumulated(AccumulatedExpression accumulated)
    {
        var (now, isFirst) = (Short(accumulated.Now), Part(accumulated.IsFirst));
        var less = Part(accumulated.Before);
        var since = new Term($"{now.At(Rank.Sum)} - {less.At(Rank.Product)}", now.MayBeNull || less.MayBeNull, Rank.Sum);
        return Guarded([now], Choose(isFirst, now, since, ValueKind.Number), ValueKind.Number);
    }
}
