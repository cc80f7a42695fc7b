// A list of rows under a subject and period that a policy can use: its name and fields.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Facts;

/// <summary>A list of records, such as orders, that a policy can use: its name and fields, as the ruleset declares them. Immutable.</summary>
public sealed class RecordDefinition
{
    internal RecordDefinition(string name, IReadOnlyList<FactDefinition> fields) => (Name, Fields) = (name, fields);

    /// <summary>The name under which the records are given.</summary>
    public string Name { get; }

    /// <summary>The fields of a record, in the order of the ruleset.</summary>
    public IReadOnlyList<FactDefinition> Fields { get; }

    internal int IndexOf(string field)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == field)
                return i;
        }

        return -1;
    }

    internal IEnumerable<string> FieldNames => Fields.Select(definition => definition.Name);
}
