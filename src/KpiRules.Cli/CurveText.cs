// Writes a curve as a table for people, or as CSV.
using KpiRules.Cli.Csv;
using KpiRules.Comparing;

namespace KpiRules.Cli;

internal static class CurveText
{
    private const string None = "–";

    public static string Table(Policy policy, Curve curve, string language, int? width)
    {
        var table = new TextTable([(curve.Over.Name, true), (curve.Result.Name, true), (CompareText.Note(language), false)]);
        foreach (var point in curve.Points)
        {
            table.Add(
            [
                ResultTable.Written(policy, point.At, curve.Over.Unit)!,
                ResultTable.Written(policy, point.Value, curve.Result.Unit) ?? None,
                point.Cause?.Explain(language) ?? (point.IsEdge ? CompareText.EdgeNote(language) : ""),
            ]);
        }

        return $"{curve.Subject} {curve.Period}\n{table.ToString(width)}";
    }

    /// <summary>Exact numbers, empty for not available; <c>edge</c> is 1 where another step is taken than at the point before.</summary>
    public static string Csv(Curve curve)
    {
        var csv = new CsvWriter().Row(curve.Over.Name, curve.Result.Name, "edge");
        foreach (var point in curve.Points)
            csv.Number(point.At).Number(point.Value).Number(point.IsEdge ? 1 : 0).EndRow();
        return csv.ToString();
    }
}
