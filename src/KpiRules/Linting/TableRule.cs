// A cell of a table that is ten times all others of its column or a tenth of them, where they lie close together.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Linting;

internal sealed class TableRule : LintRule
{
    private const decimal Far = 10;

    /// <summary>Of rates and factors, of which none is above 2 but the one.</summary>
    private const decimal FarOfFactors = 6;
    private const decimal GreatestFactor = 2;

    /// <summary>What is greater is a factor of another kind, such as what is left after a discount.</summary>
    private const decimal GreatestRate = 0.3m;

    /// <summary>How far the others of a column may lie apart.</summary>
    private const decimal Close = 6;
    private const int FewestOthers = 2;

    public override IEnumerable<Diagnostic> Find(LintedRuleset ruleset) =>
        from table in ruleset.Definition.Tables.Select(table => table.Definition)
        let numbers = Numbers(table)
        from column in Columns(RowsOf(table, ruleset.Definition.Json))
        where numbers.Contains(column.Name)
        let odd = Odd(column.Cells)
        where odd is not null
        select Doubt(odd.Value, column.Cells, IsRateOfMoney(ruleset, table.Name, column.Name));

    /// <summary>The columns of numbers, but for money: prices and prizes lie as far apart as they like.</summary>
    private static HashSet<string> Numbers(TableDefinition table) => new(table.Keys
        .Where(key => key.Kind == ValueKind.Number).Select(key => key.Name)
        .Concat(table.Values.Where(value => value.Kind == ValueKind.Number && value.Unit != "money").Select(value => value.Name)));

    /// <summary>As they are written; none where they come with the facts.</summary>
    internal static IEnumerable<JsonObject> RowsOf(TableDefinition table, JsonObject ruleset) =>
        (((ruleset["tables"] as JsonObject)?[table.Name] as JsonObject)?["rows"] as JsonArray)?.Items.OfType<JsonObject>() ?? [];

    private static IEnumerable<(string Name, IReadOnlyList<(SourcePlace Place, decimal Number)> Cells)> Columns(
        IEnumerable<JsonObject> rows) =>
        from cell in rows.SelectMany(row => row.Members)
        let number = NumberOf(cell.Value)
        where number is not (null or 0)
        group (cell.Value.Place, number.Value) by cell.Name.Value into column
        select (column.Key, (IReadOnlyList<(SourcePlace, decimal)>)column.ToList());

    internal static decimal? NumberOf(JsonValue cell) =>
        cell is JsonNumber number ? number.Value
        : cell is JsonString text && WrittenNumber.TryRead(text.Value, out var read) == ReadFault.None ? read : null;

    /// <summary>Only the greatest can lie so far above all others, and only the least so far below.</summary>
    private static (SourcePlace Place, decimal Number)? Odd(IReadOnlyList<(SourcePlace Place, decimal Number)> cells)
    {
        if (cells.Count <= FewestOthers)
            return null;
        var ordered = cells.OrderBy(cell => Math.Abs(cell.Number)).ToList();
        var sizes = ordered.Select(cell => Math.Abs(cell.Number)).ToList();
        var last = sizes.Count - 1;
        return AreClose(sizes[1], sizes[last]) && AreFar(sizes[0], sizes[1], sizes[last]) ? ordered[0]
            : AreClose(sizes[0], sizes[last - 1]) && AreFar(sizes[last - 1], sizes[last], sizes[last - 1]) ? ordered[last]
            : null;
    }

    private static bool AreClose(decimal least, decimal greatest) => greatest <= Close * least;

    /// <param name="greatestOther">Of the others, by which it is known what they are.</param>
    private static bool AreFar(decimal lesser, decimal greater, decimal greatestOther) =>
        greater >= (greatestOther <= GreatestFactor ? FarOfFactors : Far) * lesser;

    private static Diagnostic Doubt(
        (SourcePlace Place, decimal Number) odd, IReadOnlyList<(SourcePlace Place, decimal Number)> cells, bool isRateOfMoney)
    {
        var others = cells.Where(cell => cell.Place != odd.Place).ToList();
        if (odd.Number >= 1 && isRateOfMoney && others.All(cell => cell.Number < GreatestRate))
            return LintFaults.RateOfMoney(odd.Place, odd.Number, odd.Number);
        return LintFaults.UnlikeNeighbour(odd.Place, odd.Number, others[0].Number);
    }

    /// <summary>Whether an incentive multiplies money by what it looks up there.</summary>
    private static bool IsRateOfMoney(LintedRuleset ruleset, string table, string value) => ruleset.Operations
        .OfType<ArithmeticOperation>()
        .Any(product => !product.IsSum && product.Operands.Any(operand => operand.Unit.Text == "money")
            && product.Operands.SelectMany(ruleset.ValuesOf).OfType<LookupOperation>()
                .Any(lookup => lookup.Unit.Text != "money"
                    && (lookup.Table.Definition.Name, lookup.Table.ValueAt(lookup.Value).Name) == (table, value)));
}
