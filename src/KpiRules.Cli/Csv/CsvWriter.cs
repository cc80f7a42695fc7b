// Takes cells row by row, gives the text of a CSV file that Excel opens as it is meant: a byte order mark, CRLF, no formulas.
using System;
using System.Text;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Cli.Csv;

internal sealed class CsvWriter
{
    /// <summary>Without it Excel takes UTF-8 for the code page of the country, and Chinese for gibberish.</summary>
    private const char ByteOrderMark = '\uFEFF';

    private readonly StringBuilder _text = new StringBuilder().Append(ByteOrderMark);
    private bool _isFirst = true;

    /// <summary>Words; where they begin as a formula does, they are made harmless, and read back as they were.</summary>
    public CsvWriter Text(string? words) => Add(FormulaGuard.Added(words ?? ""));

    public CsvWriter Row(params string?[] words)
    {
        foreach (var word in words)
            Text(word);
        return EndRow();
    }

    public CsvWriter Period(Period period) => Add(period.ToString());

    /// <summary>The exact number; empty for none.</summary>
    public CsvWriter Number(decimal? number) => Add(number is { } value ? ((FactValue)value).ToString() : "");

    /// <summary>A result; empty for one that is not available.</summary>
    public CsvWriter Value(CellValue value) => value.Text is { } words ? Text(words) : Add(value.ToString());

    public CsvWriter EndRow()
    {
        _text.Append("\r\n");
        _isFirst = true;
        return this;
    }

    public override string ToString() => _text.ToString();

    private CsvWriter Add(string field)
    {
        if (!_isFirst)
            _text.Append(',');
        _isFirst = false;
        var isQuoted = field.AsSpan().IndexOfAny(",\"\r\n") >= 0 || field.StartsWith(' ') || field.EndsWith(' ');
        _text.Append(isQuoted ? $"\"{field.Replace("\"", "\"\"")}\"" : field);
        return this;
    }
}
