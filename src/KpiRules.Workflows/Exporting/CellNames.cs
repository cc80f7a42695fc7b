// What a cell is called in a workflow: its own name, and how far back or over whom it looks.
using System.Text.RegularExpressions;

namespace KpiRules.Workflows.Exporting;

internal static class CellNames
{
    private static readonly Regex View = new(@"^(?<cell>.+?):(?<lag>(-\d+y?)*):(?<window>None|Quarter|Year):(?<population>.*)$", RegexOptions.CultureInvariant);

    public static string Of(string cell)
    {
        if (View.Match(cell) is not { Success: true } view)
            return cell;
        var lag = view.Groups["lag"].Value;
        var window = view.Groups["window"].Value switch { "Quarter" => "_qtd", "Year" => "_ytd", _ => "" };
        return $"{view.Groups["cell"].Value}{window}_{view.Groups["population"].Value}{(lag.Length == 0 ? "" : $"_{lag}_ago")}";
    }
}
