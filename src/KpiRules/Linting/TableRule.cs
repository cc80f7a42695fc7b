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
        from member in (ruleset.Definition.Json["tables"] as JsonObject)?.Members ?? []
        from rows in new[] { (member.Value as JsonObject)?["rows"] as JsonArray }.OfType<JsonArray>()
        from column in Columns(rows)
        where !IsMoney((JsonObject)member.Value, column.Name)
        let odd = Odd(column.Cells)
        where odd is not null
        select Doubt(odd.Value, column.Cells, IsRateOfMoney(ruleset, member.Name.Value, column.Name));

    private static IEnumerable<(string Name, IReadOnlyList<(SourcePlace Place, decimal Number)> Cells)> Columns(JsonArray rows) =>
        from cell in rows.Items.OfType<JsonObject>().SelectMany(row => row.Members)
        let number = NumberOf(cell.Value)
        where number is not (null or 0)
        group (cell.Value.Place, number.Value) by cell.Name.Value into column
        select (column.Key, (IReadOnlyList<(SourcePlace, decimal)>)column.ToList());

    /// <summary>Prices and prizes lie as far apart as they like.</summary>
    private static bool IsMoney(JsonObject table, string column) =>
        ((table["values"] as JsonObject)?[column] as JsonObject)?["unit"] is JsonString { Value: "money" };

    private static decimal? NumberOf(JsonValue cell) =>
        cell is JsonNumber number ? number.Value
        : cell is JsonString text && WrittenNumber.TryRead(text.Value, out var read) == ReadFault.None ? read : null;

    private static (SourcePlace Place, decimal Number)? Odd(IReadOnlyList<(SourcePlace Place, decimal Number)> cells)
    {
        if (cells.Count <= FewestOthers)
            return null;
        foreach (var (cell, i) in cells.Select((cell, i) => (cell, i)))
        {
            var others = cells.Where((_, other) => other != i).Select(other => Math.Abs(other.Number)).ToList();
            var size = Math.Abs(cell.Number);
            var far = others.Max() <= GreatestFactor ? FarOfFactors : Far;
            if (others.Max() <= Close * others.Min() && (size >= far * others.Max() || far * size <= others.Min()))
                return cell;
        }

        return null;
    }

    private static Diagnostic Doubt(
        (SourcePlace Place, decimal Number) odd, IReadOnlyList<(SourcePlace Place, decimal Number)> cells, bool isRateOfMoney)
    {
        var others = cells.Where(cell => cell.Place != odd.Place).ToList();
        if (odd.Number >= 1 && isRateOfMoney && others.All(cell => cell.Number < GreatestRate))
            return LintFaults.RateOfMoney(odd.Place, odd.Number);
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
