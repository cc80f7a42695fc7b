// Some of the keys of a row or of a search, equal where each of them is.
using System;
using KpiRules.Facts;

namespace KpiRules.Lookup;

/// <param name="keys">All keys, of which those count whose bit is set.</param>
internal readonly struct RowKey(FactValue[] keys, int mask) : IEquatable<RowKey>
{
    private readonly FactValue[] _keys = keys;

    public bool Equals(RowKey other)
    {
        for (var i = 0; mask >> i != 0; i++)
        {
            if ((mask >> i & 1) != 0 && !_keys[i].Equals(other._keys[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is RowKey other && Equals(other);

    public override int GetHashCode()
    {
        var hash = 17;
        for (var i = 0; mask >> i != 0; i++)
        {
            if ((mask >> i & 1) != 0)
                hash = unchecked(hash * 31 + _keys[i].GetHashCode());
        }

        return hash;
    }
}
