// Tables: what they are called, and what a name among them means.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Lookup;

namespace KpiRules.Cells;

internal sealed partial class SheetBuilder
{
    private readonly Dictionary<string, LookupTable> _tables = [];

    public void AddTable(LookupTable table) => _tables[table.Definition.Name] = table;

    private LookupTable? TableOf(string name) => _tables.TryGetValue(name, out var table) ? table : null;

    private string? SuggestTable(string name) => ClosestName.Find(name, _tables.Keys);

    /// <summary>Whether it names a table, or a value of one.</summary>
    private bool IsTableName(string name) =>
        _tables.ContainsKey(name)
        || (name.LastIndexOf('.') is > 0 and var dot && TableOf(name.Substring(0, dot))?.IndexOf(name.Substring(dot + 1)) >= 0);
}
