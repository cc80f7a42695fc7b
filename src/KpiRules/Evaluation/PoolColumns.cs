// What a pool program looks at: columns of every subject, by slot.
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <param name="Applies">Who is a member; null: all.</param>
/// <param name="When">Which members get a part; null: all.</param>
/// <param name="Share">In proportion to what; null: equally.</param>
/// <param name="Key">What members have in common; null: all are members of one.</param>
/// <param name="Presence">The slot of a column that is available for those who have facts.</param>
internal sealed record PoolColumns(
    string Line, GroupSource Amount, GroupSource? Applies, GroupSource? When, GroupSource? Share, GroupSource? Key, int Presence,
    RoundingRule Rounding);
