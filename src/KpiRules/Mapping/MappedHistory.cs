// A collection of an item's facts in other periods: bound to a policy, it adds them under the same subject.
using System;
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Mapping;

internal abstract class MappedHistory<T>
{
    public abstract BoundHistory<T> Bind(MapCheck check);
}

internal sealed class MappedHistory<T, TPast>(Func<T, IEnumerable<TPast>?> items, SubjectMap<TPast> map) : MappedHistory<T>
{
    public override BoundHistory<T> Bind(MapCheck check)
    {
        if (map.PeriodOf is null)
            check.Add($"the history has no period: [Period] on a property of {map.Name}, or Period(x => …)");
        return new BoundHistory<T, TPast>(items, new BoundMap<TPast>(map, check));
    }
}

internal abstract class BoundHistory<T>
{
    public abstract void AddTo(FactSink sink, T item, string subject, RowOrigin origin);
}

internal sealed class BoundHistory<T, TPast>(Func<T, IEnumerable<TPast>?> items, BoundMap<TPast> map) : BoundHistory<T>
{
    public override void AddTo(FactSink sink, T item, string subject, RowOrigin origin)
    {
        foreach (var past in items(item) ?? [])
        {
            if (past is not null && map.AddTo(sink, past, subject, null, origin) is { } issue)
                sink.Builder.Report(issue);
        }
    }
}
