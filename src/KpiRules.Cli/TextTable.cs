// Writes a table for people as plain text; nothing in it is cut off.
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using KpiRules.Diagnostics;
using Spectre.Console;

namespace KpiRules.Cli;

internal sealed class TextTable
{
    /// <summary>Wide enough for anything: a figure that is cut off or hidden would be worse than a long line.</summary>
    private const int Unlimited = 10_000;

    /// <summary>Words of a text that has no more room than this are not read.</summary>
    private const int LeastText = 12;

    private readonly List<(string Name, bool IsNumber)> _columns;
    private readonly List<string[]> _rows = [];

    public TextTable(IEnumerable<(string Name, bool IsNumber)> columns) => _columns = columns.ToList();

    public void Add(IEnumerable<string> row) => _rows.Add(row.Select(cell => string.Join(" ", cell.Split('\n', '\r'))).ToArray());

    /// <summary>As a file has it: every row is one line.</summary>
    public override string ToString() => ToString(null);

    /// <summary>
    /// For a terminal of so many columns, texts go on in lines of their own where the table would be wider; figures never do, and
    /// where they leave texts no room the table is as wide as it is.
    /// </summary>
    /// <param name="width">Null for no limit, as in a file.</param>
    public string ToString(int? width)
    {
        var wide = Written(Unlimited, wraps: false);
        var fits = width is not { } columns || wide.Split('\n').Max(DisplayWidth.Of) <= columns || Least() > columns;
        return fits ? wide : Written(width!.Value, wraps: true);
    }

    private string Written(int width, bool wraps)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var i = 0; i < _columns.Count; i++)
        {
            var column = new TableColumn(Markup.Escape(_columns[i].Name)) { NoWrap = !(wraps && MayWrap(i)) };
            table.AddColumn(_columns[i].IsNumber ? column.RightAligned() : column);
        }

        foreach (var row in _rows)
            table.AddRow(row.Select(Markup.Escape).ToArray());
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text)
        });
        console.Profile.Width = width;
        console.Write(table);
        return string.Join("\n", text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    /// <summary>Ids are copied from a table, so only what is made of several words, or is long, may go on in another line.</summary>
    private bool MayWrap(int column) => !_columns[column].IsNumber && WidthOf(column) > LeastText && column == Widest();

    /// <summary>The widest column of texts.</summary>
    private int Widest() => Enumerable.Range(0, _columns.Count).Where(i => !_columns[i].IsNumber).DefaultIfEmpty(-1)
        .MaxBy(i => i < 0 ? 0 : WidthOf(i));

    private int WidthOf(int column) =>
        _rows.Select(row => row[column]).Append(_columns[column].Name).Max(DisplayWidth.Of);

    /// <summary>As narrow as the table can be: a blank on both sides of each cell, and one between two columns.</summary>
    private int Least() =>
        Enumerable.Range(0, _columns.Count).Sum(i => (MayWrap(i) ? LeastText : WidthOf(i)) + 3) + 1;
}
