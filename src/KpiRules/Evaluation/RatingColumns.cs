// What a rating looks at: columns of every subject, by slot.
using System.Collections.Generic;

namespace KpiRules.Evaluation;

/// <param name="On">What members are placed by.</param>
/// <param name="Then">What parts equals, in turn.</param>
/// <param name="When">Who takes part; null: all.</param>
/// <param name="Line">The slot of the grade by the value alone; null where there is none.</param>
/// <param name="Key">What members have in common; null: all are of one group.</param>
/// <param name="Presence">The slot of a column that is available for those who have facts.</param>
internal sealed record RatingColumns(
    GroupSource On, IReadOnlyList<GroupSource> Then, GroupSource? When, int? Line, GroupSource? Key, int Presence);
