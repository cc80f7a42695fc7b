// A list of rows under a subject and period that a policy can use: its name and fields.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

/// <summary>
/// A list of records, such as orders, that a policy can use: its name and fields, as the ruleset declares them. Immutable.
/// </summary>
public sealed class RecordDefinition
{
    /// <summary>What the day of a record is called, beside its fields.</summary>
    internal const string Date = "date";

    private readonly Dictionary<string, int> _indexes = [];

    internal RecordDefinition(string name, IReadOnlyList<FactDefinition> fields)
    {
        (Name, Fields) = (name, fields);
        for (var i = 0; i < fields.Count; i++)
            _indexes.Add(fields[i].Name, i);
    }

    /// <summary>The name under which the records are given.</summary>
    public string Name { get; }

    /// <summary>The fields of a record, in the order of the ruleset.</summary>
    public IReadOnlyList<FactDefinition> Fields { get; }

    /// <summary>The attributes that count as of a record's own day: columns of the records behind their fields.</summary>
    internal IReadOnlyList<FactDefinition> Dated { get; set; } = [];

    /// <summary>All that is looked at in a record: its fields, then the attributes as of its day.</summary>
    internal IEnumerable<FactDefinition> Columns => Fields.Concat(Dated);

    internal FactDefinition ColumnAt(int index) => index < Fields.Count ? Fields[index] : Dated[index - Fields.Count];

    /// <summary>The place of an attribute among what is looked at in a record.</summary>
    internal int IndexOf(FactDefinition dated) => Fields.Count + Dated.TakeWhile(attribute => attribute != dated).Count();

    /// <summary>The place of a field among the fields; -1 for none of that name.</summary>
    internal int IndexOf(string field) => _indexes.TryGetValue(field, out var index) ? index : -1;

    internal FactDefinition? FieldOf(string name) => IndexOf(name) is >= 0 and var index ? Fields[index] : null;

    internal IEnumerable<string> FieldNames => Fields.Select(definition => definition.Name);
}
