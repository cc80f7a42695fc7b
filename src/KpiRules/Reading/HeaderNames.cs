// Takes the names of a header and those that can be used, says which stand there twice, and which an unknown one may mean.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;

namespace KpiRules.Reading;

internal sealed class HeaderNames
{
    private readonly bool[] _isRepeated;

    /// <summary>What the header does not have; found for the first unknown name that somebody asks about, and not for each.</summary>
    private readonly Lazy<List<string>> _others;

    public HeaderNames(IReadOnlyList<string> names, IEnumerable<string> usable)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _isRepeated = names.Select(name => !seen.Add(name)).ToArray();
        _others = new(() => usable.Where(name => !seen.Contains(name)).ToList());
    }

    /// <summary>Whether a column before this one has the same name.</summary>
    public bool IsRepeated(int column) => _isRepeated[column];

    /// <summary>The usable name, not in the header, that an unknown one most likely means; null where none is near.</summary>
    public string? Closest(string unknown) => ClosestName.Find(unknown, _others.Value);
}
