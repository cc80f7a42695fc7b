// Writes a table for people as plain text; nothing in it is cut off.
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Spectre.Console;

namespace KpiRules.Cli;

internal sealed class TextTable
{
    /// <summary>Wide enough for anything: a figure that is cut off or hidden would be worse than a long line.</summary>
    private const int Width = 10_000;

    private readonly Table _table = new() { Border = TableBorder.Simple };

    public TextTable(IEnumerable<(string Name, bool IsNumber)> columns)
    {
        foreach (var (name, isNumber) in columns)
        {
            var column = new TableColumn(Markup.Escape(name)) { NoWrap = true };
            _table.AddColumn(isNumber ? column.RightAligned() : column);
        }
    }

    public void Add(IEnumerable<string> row) =>
        _table.AddRow(row.Select(cell => Markup.Escape(string.Join(" ", cell.Split('\n', '\r')))).ToArray());

    public override string ToString()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text)
        });
        console.Profile.Width = Width;
        console.Write(_table);
        return string.Join("\n", text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
