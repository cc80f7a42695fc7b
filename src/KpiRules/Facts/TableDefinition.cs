// A table that formulas look values up in: its name, its keys and values, and where its rows come from.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

/// <summary>A table that formulas look values up in, such as a price list, as the ruleset declares it. Immutable.</summary>
public sealed class TableDefinition
{
    internal TableDefinition(
        string name, LocalizedText? title, IReadOnlyList<TableKey> keys, IReadOnlyList<FactDefinition> values, bool isGiven) =>
        (Name, Title, Keys, Values, IsGiven) = (name, title, keys, values, isGiven);

    /// <summary>The name by which formulas call it, and under which its rows are given.</summary>
    public string Name { get; }

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>What a row is found by, in the order in which <c>lookup</c> takes it; at least one.</summary>
    public IReadOnlyList<TableKey> Keys { get; }

    /// <summary>What a row gives; at least one. A value below its <c>Min</c> or above its <c>Max</c> is not used.</summary>
    public IReadOnlyList<FactDefinition> Values { get; }

    /// <summary>Whether the rows come with the facts; else the ruleset has them.</summary>
    public bool IsGiven { get; }

    /// <summary>Whether the last key is matched by the greatest bound that is not above it.</summary>
    internal bool IsByBound => Keys[Keys.Count - 1].IsFrom;

    /// <summary>The names a row may have: its keys, then its values.</summary>
    internal IEnumerable<string> Columns => Keys.Select(key => key.Name).Concat(Values.Select(value => value.Name));
}

/// <summary>A key that rows of a table are found by. Immutable.</summary>
public sealed class TableKey
{
    internal TableKey(string name, ValueKind kind, bool isFrom) => (Name, Kind, IsFrom) = (name, kind, isFrom);

    /// <summary>The name of its column.</summary>
    public string Name { get; }

    /// <summary>The type of its values.</summary>
    public ValueKind Kind { get; }

    /// <summary>
    /// Whether a row holds from its key on, up to the next row's: of the last key alone, a number or date. Else a row is found by
    /// an equal key.
    /// </summary>
    public bool IsFrom { get; }
}
