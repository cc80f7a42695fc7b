// Names the cells that arguments of functions become, whichever other definitions the ruleset has.
using System;
using System.Collections.Generic;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <remarks>By whose formula they stand in, and which of its they are: so a definition more, or elsewhere, changes no other.</remarks>
internal sealed class ArgumentNames
{
    private readonly Dictionary<string, string> _owners = [];
    private readonly Dictionary<string, int> _counts = [];

    /// <param name="cell">The cell whose expression the argument stands in, itself perhaps an argument.</param>
    public CellKey Next(string cell)
    {
        var owner = _owners.TryGetValue(cell, out var outer) ? outer : cell;
        _counts.TryGetValue(owner, out var count);
        _counts[owner] = count + 1;
        var key = CellKey.Hidden("", FormattableString.Invariant($"{owner}:{count}"));
        _owners.Add(key, owner);
        return key;
    }
}
