// Writing of lookups: a search in a list of rows that the workflow is given.
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Linq.Terms;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    LinqTerm IOperationVisitor<LinqTerm>.Lookup(LookupOperation lookup)
    {
        var table = new TableInput(lookup.Table, lookup.Lag);
        var rows = inputs.Of(table);
        var keys = lookup.Keys.Select(Short).ToArray();
        var matches = string.Join(" && ", keys.Select((key, i) => Matches(lookup.Table.Definition.Keys[i], table.KeyAt(i), key)));
        var otherwise = lookup.Table.Else[lookup.Value];
        var search = $"{rows.Text}.Where({matches}).Select(it.{table.ValueAt(lookup.Value)})"
            + (otherwise.Kind is null ? "" : $".DefaultIfEmpty({MayBeNull(otherwise)})")
            + ".FirstOrDefault()";
        return Guarded([rows, .. keys], new LinqTerm(search, true, Rank.Primary), lookup.Kind);
    }

    private static string Matches(TableKey key, string member, LinqTerm wanted) =>
        $"(it.{member} == null || it.{member} {(key.IsFrom ? "<=" : "==")} {wanted.At(Rank.Sum)})";

    /// <summary>A literal of the type that the values of rows have.</summary>
    private static string MayBeNull(FactValue value)
    {
        var (literal, kind) = (LinqTerm.Of(value).Text, value.Kind!.Value);
        return kind == ValueKind.Text ? literal : $"{LinqTerm.TypeOf(kind, true)}({literal})";
    }
}
