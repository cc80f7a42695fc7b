// A row of a table as it was understood: its keys and values, and which of them cannot be used.
using KpiRules.Facts;

namespace KpiRules.Lookup;

/// <param name="keys">In the table's order; none for one that is missing or cannot be read.</param>
/// <param name="values">In the table's order; none for one that the row lacks or that cannot be used.</param>
/// <param name="wrong">Which values cannot be used; null for none.</param>
/// <param name="isInDoubt">Whether nobody knows that it belongs here.</param>
internal sealed class TableRow(FactValue[] keys, FactValue[] values, bool[]? wrong, bool isInDoubt = false)
{
    /// <summary>Whether it may be another row than it looks: a key is not known, or where it belongs.</summary>
    public bool IsInDoubt { get; } = isInDoubt || System.Array.Exists(keys, key => key.Kind is null);

    public FactValue[] Keys { get; } = keys;

    public FactValue[] Values { get; } = values;

    /// <summary>Whether a value was written that cannot be used.</summary>
    public bool IsWrong(int value) => wrong?[value] == true;

    /// <summary>The keys as an explanation tells them: <c>A, 10000</c>.</summary>
    public string ShownKeys => Shown(Keys);

    public static string Shown(FactValue[] keys) => string.Join(", ", keys);
}
