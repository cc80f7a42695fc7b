// What the functions over time become once they are pushed down to the facts.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

internal enum Trend
{
    Falling,
    Rising,

    /// <summary>One of the two, from the first value to the last.</summary>
    Either,
}

/// <summary>Whether values fall, or rise, strictly from one to the next in time; not available where one of them is not.</summary>
/// <param name="Values">The latest first.</param>
internal sealed record TrendOperation(Origin Origin, IReadOnlyList<Operation> Values, Trend Trend) : SectionOperation(Origin, ValueKind.Boolean, null)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.Trend(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Values = Map(Values, part) };

    public override Operation Expand()
    {
        var (falls, rises) = (Steps(ComparisonSign.Less), Steps(ComparisonSign.Greater));
        return Write.Where(Values, Trend switch
        {
            Trend.Falling => falls,
            Trend.Rising => rises,
            Trend.Either => Write.Any([falls, rises]),
        });
    }

    /// <summary>Every value held against the one before it in time.</summary>
    private Operation Steps(ComparisonSign sign)
    {
        var write = Write;
        return write.All(Values.Skip(1).Select((earlier, i) => write.Compare(Values[i], sign, earlier)).ToList());
    }
}

/// <summary>One value in a period as long as those of the policy's facts, another in a longer one that is made of several.</summary>
internal sealed record ByLengthOperation(Origin Origin, Operation InPeriod, Operation InLonger) : SectionOperation(Origin, ValueKind.Number, InPeriod.Unit)
{
    public override T Accept<T>(ISectionVisitor<T> visitor) => visitor.ByLength(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { InPeriod = part(InPeriod), InLonger = part(InLonger) };

    public override Operation Expand() => Write.If(Write.Calendar(CalendarFact.IsLonger, Lag.None), InLonger, InPeriod);
}
