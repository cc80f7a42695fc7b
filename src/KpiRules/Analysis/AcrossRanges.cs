// Takes what looks across subjects, gives in which numbers its values lie.
using System;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Analysis;

/// <param name="rangeOf">In which numbers something lies for each subject.</param>
internal sealed class AcrossRanges(Func<Operation, Interval> rangeOf) : IAcrossVisitor<Interval>
{
    Interval IAcrossVisitor<Interval>.Group(GroupOperation group) => group.Function switch
    {
        GroupFunction.Count => Interval.NotNegative,
        GroupFunction.Rank => Interval.AtLeast(1),
        GroupFunction.Sum => Interval.OfSign(rangeOf(group.Source)),
        GroupFunction.Average or GroupFunction.Min or GroupFunction.Max or GroupFunction.Quantile => rangeOf(group.Source),
    };

    /// <summary>At most the whole.</summary>
    Interval IAcrossVisitor<Interval>.Pool(PoolOperation pool) => Interval.Hull(Interval.Zero, rangeOf(pool.Amount));

    Interval IAcrossVisitor<Interval>.Rating(RatingOperation rating) =>
        rating.Kind == ValueKind.Number ? Interval.NotNegative : Interval.Any;
}
