// Adds items of a host's own types to a dataset, by a map.
using System;
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <summary>Adds items of a host's own types to a dataset.</summary>
public static class MappedItems
{
    /// <summary>
    /// Adds the facts, records and history of items. One without a subject, or with a period that is none, is left out and
    /// reported; issues say which item it was, as in <c>Seller:3</c>.
    /// </summary>
    /// <param name="builder">Where the facts go.</param>
    /// <param name="items">The items, each a subject with its facts of one period; read once.</param>
    /// <param name="map">The map, checked against the policy that the facts are for.</param>
    /// <param name="period">
    /// The period of items that say none. Null: they are about the subjects as such and give attributes, which hold where no
    /// period gives another value.
    /// </param>
    /// <param name="source">What to call the items in issues; null for the name of their type.</param>
    /// <exception cref="ArgumentException">Neither the map nor the call says of which period the items are, and the map has more
    /// than attributes.</exception>
    public static DatasetBuilder AddAll<T>(
        this DatasetBuilder builder, IEnumerable<T> items, BoundMap<T> map, Period? period = null, string? source = null)
    {
        return AddAll(builder, items, map, period, source, isWhole: false);
    }

    /// <param name="isWhole">Whether the dataset is made of these items alone.</param>
    internal static DatasetBuilder AddAll<T>(
        DatasetBuilder builder, IEnumerable<T> items, BoundMap<T> map, Period? period, string? source, bool isWhole)
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        if (items is null)
            throw new ArgumentNullException(nameof(items));
        if (map is null)
            throw new ArgumentNullException(nameof(map));
        map.CheckPeriod(period);
        var (sink, number) = (new FactSink(builder, isWhole), 0);
        foreach (var item in items)
        {
            if (map.AddTo(sink, item, period, new RowOrigin(source ?? map.Name, ++number)) is { } issue)
                builder.Report(issue);
        }

        return builder;
    }
}
