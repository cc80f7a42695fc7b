// Takes the JSON of a ruleset, gives the rates and values in it that are numbers: rows of schedules, percentages in formulas, parameters.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using KpiRules.Facts;
using KpiRules.Results;
using KpiRules.Source.Json;

namespace KpiRules.Reconciling;

/// <param name="Row">Which row it is: its bound or case, the formula it stands in, or the parameter's name.</param>
internal sealed record RateRow(string Line, string Row, decimal Value, string? Unit, System.Func<decimal, JsonObject> With);

internal static class RateRows
{
    private const decimal Hundredth = 0.01m;

    private static readonly Regex Percent = new(@"(?<![\w.])(\d+(?:\.\d+)?)%", RegexOptions.CultureInvariant);

    /// <summary>Where a row of each form of schedule has its bound and its value.</summary>
    private static readonly (string Form, string Bound, string Value)[] Forms =
        [("steps", "from", "value"), ("marginal", "from", "rate"), ("points", "at", "value")];

    /// <param name="lines">The incentives that are meant.</param>
    public static IEnumerable<RateRow> In(JsonObject ruleset, IEnumerable<string> lines, IReadOnlyList<ParameterDescription> parameters)
    {
        foreach (var line in lines)
        {
            foreach (var part in new[] { "amount", "rate", "multiplier", "max", "min" })
            {
                foreach (var row in InNumber(ruleset, line, ["incentives", line, part], ""))
                    yield return row;
            }
        }

        foreach (var parameter in parameters)
        {
            string[] path = RulesetEdit.At(ruleset, "parameters", parameter.Name) is JsonObject
                ? ["parameters", parameter.Name, "value"]
                : ["parameters", parameter.Name];
            yield return new RateRow("", parameter.Name, parameter.Value, parameter.Unit, value =>
                RulesetEdit.With(ruleset, path, RulesetEdit.Number(value)));
        }
    }

    private static IEnumerable<RateRow> InNumber(JsonObject ruleset, string line, string[] path, string row)
    {
        switch (RulesetEdit.At(ruleset, path))
        {
            case JsonNumber number:
                yield return Row(number.Value, System.Math.Abs(number.Value) < 1, value => RulesetEdit.Number(value));
                break;
            case JsonString formula:
                foreach (var match in Percent.Matches(formula.Value).Cast<Match>())
                {
                    yield return Row(
                        decimal.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * Hundredth,
                        isRate: true,
                        value => RulesetEdit.Text(formula.Value.Substring(0, match.Index)
                            + (value / Hundredth).ToString(CultureInfo.InvariantCulture) + "%"
                            + formula.Value.Substring(match.Index + match.Length)),
                        row.Length > 0 ? row : formula.Value);
                }

                break;
            case JsonObject schedule:
                foreach (var inner in RowsOf(schedule).SelectMany(inner => InNumber(ruleset, line, [.. path, .. inner.Path], inner.Row)))
                    yield return inner;
                break;
            // others: no number stands there
            default:
                break;
        }

        RateRow Row(decimal value, bool isRate, System.Func<decimal, JsonValue> write, string? shown = null) => new(
            line, shown ?? (row.Length > 0 ? row : path[path.Length - 1]), value, isRate ? Unit.Percent.Text : null,
            other => RulesetEdit.With(ruleset, path, write(other)));
    }

    private static IEnumerable<(string[] Path, string Row)> RowsOf(JsonObject schedule)
    {
        foreach (var (form, bound, value) in Forms)
        {
            if (schedule[form] is not JsonArray rows)
                continue;
            for (var i = 0; i < rows.Items.Count; i++)
                yield return ([form, i.ToString(CultureInfo.InvariantCulture), value], Written(RulesetEdit.At(rows.Items[i], bound)));
        }

        foreach (var one in (schedule["cases"] as JsonObject)?.Members ?? [])
            yield return (["cases", one.Name.Value], one.Name.Value);
        yield return (["else"], "else");
    }

    private static string Written(JsonValue? bound) => bound switch
    {
        JsonNumber number => "≥ " + number.Value.ToString("#,##0.######", CultureInfo.InvariantCulture),
        JsonString text => "≥ " + text.Value,
        // others: no bound can be written so
        _ => "",
    };
}
