// Where the facts of items go, and what of them has been reported already.
using System;
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <param name="isWhole">Whether the dataset is made of these items alone, so that nobody else brings what is left out.</param>
internal sealed class FactSink(DatasetBuilder builder, bool isWhole = false)
{
    private readonly HashSet<string> _reported = new(StringComparer.Ordinal);

    public DatasetBuilder Builder => builder;

    public bool IsWhole => isWhole;

    /// <summary>Whether a name comes up for the first time: what is wrong with a name is wrong with it in every item.</summary>
    public bool IsNew(string name) => _reported.Add(name);
}
