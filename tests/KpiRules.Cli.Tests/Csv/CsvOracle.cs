// Takes the text of a CSV file, gives its lines and what stands in them, by regular expressions and not by the tool's reader.
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace KpiRules.Cli.Tests.Csv;

internal sealed class CsvOracle
{
    private const int MostTitles = 10;

    private readonly Regex _field;
    private readonly List<(int Number, string Text)> _lines;
    private readonly int _headerLines;

    public CsvOracle(string text)
    {
        var lines = Regex.Split(text.TrimStart('\uFEFF'), "\r\n|\n|\r");
        _lines = lines.Select((line, i) => (Number: i + 1, Text: line)).Where(line => line.Text.Length > 0).ToList();
        var delimiter = _lines.Take(MostTitles).Select(line => Regex.Match(Regex.Replace(line.Text, "\"[^\"]*(\"|$)", ""), "[,;\t]"))
            .FirstOrDefault(match => match.Success)?.Value ?? ",";
        var (quoted, plain) = ("\"(?<text>(?:[^\"]|\"\")*)\"", $"(?<text>[^\"{delimiter}]*)");
        _field = new Regex($"\\G(?:{quoted}|{plain})(?<end>{delimiter}|\\z)", RegexOptions.CultureInvariant);
        _lines.RemoveRange(0, Titles());
        for (_headerLines = 1; _headerLines < _lines.Count && Header is null; _headerLines++)
            Header = Cells(string.Join("\n", _lines.Take(_headerLines).Select(line => line.Text)));
        _headerLines--;
    }

    public string HeaderLine => _lines.Count == 0 ? "" : _lines[0].Text;

    /// <summary>The names of the columns, trimmed; null where the header cannot be taken apart.</summary>
    public IReadOnlyList<string>? Header { get; private set; }

    /// <summary>The lines behind the first, with the cells of those that are rows by themselves.</summary>
    public IEnumerable<(int Number, string Text, Dictionary<string, string>? Row)> DataLines =>
        _lines.Skip(1).Select((line, i) => (line.Number, line.Text, i + 1 < _headerLines ? null : RowOf(line.Text)));

    /// <summary>How many lines are rows and stand above one that names a subject and a period or day.</summary>
    private int Titles()
    {
        var rows = _lines.Take(MostTitles).Select(line => Cells(line.Text)).TakeWhile(cells => cells is not null).ToList();
        return System.Math.Max(0, rows.FindIndex(cells => Has(cells!, "subject") && (Has(cells!, "period") || Has(cells!, "date"))));

        static bool Has(List<string> cells, string name) => cells.Any(cell => cell.Equals(name, System.StringComparison.OrdinalIgnoreCase));
    }

    private Dictionary<string, string>? RowOf(string line)
    {
        if (Header is not { } names || Cells(line) is not { } cells || cells.Count != names.Count)
            return null;
        return names.Zip(cells).GroupBy(cell => cell.First).ToDictionary(column => column.Key, column => column.First().Second);
    }

    /// <summary>The cells, trimmed and without the mark before what looks like a formula; null where a quote is out of place.</summary>
    private List<string>? Cells(string text)
    {
        var cells = new List<string>();
        for (var match = _field.Match(text); match.Success; match = _field.Match(text, match.Index + match.Length))
        {
            var cell = match.Groups["text"].Value;
            cell = text[match.Index..].StartsWith('"') ? cell.Replace("\"\"", "\"") : cell;
            cells.Add(Regex.Replace(cell, "^'(?=[' ]*[-=+@\t\r\n＝＋－＠])", "").Trim());
            if (match.Groups["end"].Length == 0)
                return cells;
        }

        return null;
    }
}
