// A table as a workflow is given it: rows with members of their own, in an order in which the first that matches answers.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Linq;
using KpiRules.Lookup;

namespace KpiRules.Workflows.Exporting;

/// <param name="Lag">How far back the rows are looked for.</param>
internal sealed record TableInput(LookupTable Table, Lag Lag)
{
    /// <summary>The members of a row and their types, its keys first.</summary>
    public IEnumerable<(string Name, string Type)> Members => Names.Zip(
        Table.Definition.Keys.Select(key => key.Kind).Concat(Table.Definition.Values.Select(value => value.Kind)),
        (name, kind) => (name, LinqTerm.TypeOf(kind, true)));

    public string KeyAt(int index) => Names[index];

    public string ValueAt(int index) => Names[Table.Definition.Keys.Count + index];

    public string Name => Table.Definition.Name + InputNames.Ago(Lag);

    /// <summary>As C# would write it, if rows needed no name; rows that come with the facts may not be there.</summary>
    public string Type =>
        $"{{ {string.Join("; ", Members.Select(member => $"{member.Type} {member.Name}"))} }}[]{(Table.Rows is null ? "?" : "")}";

    public string Meaning =>
        (Table.Rows is null
            ? $"the rows of '{Table.Definition.Name}' that hold for the period, null where none are given"
            : $"the rows of '{Table.Definition.Name}', as under Tables")
        + ": the first that matches answers"
        + (Table.Definition.IsByBound ? $", so the greatest {KeyAt(Table.Definition.Keys.Count - 1)} stands first" : "")
        + "; a key that is null matches anything"
        + InputNames.MeaningOf(Lag);

    /// <summary>What the members of each row are; a row that leaves nothing to say has no values.</summary>
    public IEnumerable<FactValue[]> RowsOf(RowIndex index) => index.InOrder()
        .Select(row => row.Row.Keys.Concat(row.IsBlocked ? row.Row.Values.Select(_ => default(FactValue)) : row.Row.Values).ToArray());

    /// <summary>Made anew: two inputs of one table and lag are the same.</summary>
    private IReadOnlyList<string> Names
    {
        get
        {
            var names = new ParameterNames();
            return Table.Definition.Columns.Select(names.Take).ToList();
        }
    }
}
