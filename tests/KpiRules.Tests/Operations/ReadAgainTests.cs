// A ruleset that is written otherwise and means the same gives equal operations in each cell; one that means something else does not.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using FluentAssertions;
using KpiRules.Kernel;
using KpiRules.Tests.Formulas;
using KpiRules.Tests.Support;
using Newtonsoft.Json;
using Xunit;

namespace KpiRules.Tests.Operations;

public sealed class ReadAgainTests
{
    private const int Rounds = 5;
    private const int Formulas = 400;

    private static readonly (string Token, Func<string, string> Other)[] Changes =
    [
        (@"\d+", number => (decimal.Parse(number, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)),
        (@" \+ ", _ => " - "), (" - ", _ => " + "), (@" \* ", _ => " / "),
        (" < ", _ => " <= "), (" = ", _ => " <> "), (" and ", _ => " or "),
        (@"\ba\b", _ => "b"), (@"\bMax\b", _ => "Min"),
    ];

    public static TheoryData<string, string> Sections => RandomSections.All;

    [Theory]
    [MemberData(nameof(Sections))]
    public void WrittenOtherwise_ASectionHasEqualCells(string name, string section)
    {
        var cells = CellsOf(RandomSections.Read(section));
        for (var round = 0; round < Rounds; round++)
        {
            var text = new WrittenOtherwise(new Random(name.Length + round)).Ruleset(RandomSections.Text(section));
            AreEqual(CellsOf(RandomSections.ReadText(text)), cells);
        }
    }

    /// <summary>What a KPI looks at in other periods is its own, whichever KPIs come before it.</summary>
    [Theory]
    [InlineData("time")]
    [InlineData("people")]
    [InlineData("control charts")]
    public void InAnotherOrder_KpisHaveEqualCells(string name)
    {
        var section = (string)RandomSections.All.Single(one => (string)one[0] == name)[1];
        var kpis = Newtonsoft.Json.Linq.JObject.Parse($"{{ {section} }}")["kpis"]!;
        var reversed = $"\"kpis\": {{ {string.Join(", ", kpis.Reverse().Select(kpi => kpi.ToString()))} }}";
        AreEqual(CellsOf(RandomSections.Read(reversed)), CellsOf(RandomSections.Read(section)));
    }

    [Fact]
    public void WrittenOtherwise_AFormulaIsEqual_AndChangedInOneToken_IsNot()
    {
        var random = new Random(2026);
        var written = new WrittenOtherwise(random);
        var formulas = Enumerable.Range(0, Formulas).Select(_ => RandomFormula.Number(random, 5).Text).ToList();
        var (cells, again) = (CellsOf(Read(formulas)), CellsOf(Read(formulas.Select(written.Formula))));
        AreEqual(again, cells);
        var changes = 0;
        foreach (var (token, other) in Changes)
        {
            var changed = CellsOf(Read(formulas.Select(formula => OneChanged(formula, token, other, random))));
            for (var i = 0; i < formulas.Count; i++)
            {
                var (key, isChanged) = ($"k{i}", Regex.IsMatch(formulas[i], token));
                changed[key].Equals(cells[key]).Should().Be(!isChanged, "of {0} one {1} was changed", formulas[i], token);
                changes += isChanged ? 1 : 0;
            }
        }

        changes.Should().BeGreaterThan(Formulas);
    }

    private static string OneChanged(string formula, string token, Func<string, string> other, Random random)
    {
        var all = Regex.Matches(formula, token).ToList();
        if (all.Count == 0)
            return formula;
        var one = all[random.Next(all.Count)];
        return formula.Substring(0, one.Index) + other(one.Value) + formula.Substring(one.Index + one.Length);
    }

    private static Policy Read(IEnumerable<string> formulas) => RandomSections.ReadText(
        $$"""{ "id": "x", "version": "1", "measures": { "a": {}, "b": {}, "销售额": {}, "odd name": {} }, "kpis": { """
        + string.Join(", ", formulas.Select((formula, i) => $"\"k{i}\": {{ \"formula\": {JsonConvert.ToString(formula)} }}")) + " } }");

    private static Dictionary<string, Operation> CellsOf(Policy policy) =>
        policy.Sheet.Cells.ToDictionary(cell => cell.Name, cell => cell.Operation);

    private static void AreEqual(Dictionary<string, Operation> actual, Dictionary<string, Operation> expected)
    {
        actual.Keys.Should().BeEquivalentTo(expected.Keys);
        actual.Where(cell => !cell.Value.Equals(expected[cell.Key]) || cell.Value.GetHashCode() != expected[cell.Key].GetHashCode())
            .Select(cell => cell.Key).Should().BeEmpty();
    }
}
