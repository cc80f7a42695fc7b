// Takes a dataset, gives it without what is given by day for attributes as of a record's day: such a day is no period of the subject's.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

/// <param name="Dataset">Without them.</param>
/// <param name="Names">Of the attributes.</param>
/// <param name="Kind">The length of the policy's periods: what is given for one of them, or for a longer one, stays.</param>
internal sealed record DatedFacts(Dataset Dataset, IReadOnlyList<string> Names, PeriodKind Kind)
{
    public static DatedFacts LeftOut(Dataset dataset, IReadOnlyList<string> names, PeriodKind kind)
    {
        var left = new HashSet<string>(names);
        var tables = new Dictionary<Period, FactTable>();
        foreach (var period in dataset.Periods)
        {
            var table = dataset.TableOf(period);
            var rest = period.Kind < kind && names.Any(table.Mentions) ? table.Without(left) : table;
            if (rest.Subjects.Count > 0 || rest == table)
                tables.Add(period, rest);
        }

        return new DatedFacts(dataset.With(tables), names, kind);
    }
}
