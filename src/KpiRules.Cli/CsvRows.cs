// Takes the text of a CSV file, gives its rows one by one; a quote out of place costs its own row and no other.
using System;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using CsvHelper.Configuration;

namespace KpiRules.Cli;

internal sealed class CsvRows
{
    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly CsvConfiguration _configuration;
    private string _text;
    private CsvParser _parser;
    private int _linesBefore;

    public CsvRows(string text)
    {
        _configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = DelimiterOf(text).ToString(),
            BadDataFound = _ => IsMalformed = true,
            IgnoreBlankLines = false,
        };
        _text = text;
        _parser = new CsvParser(new StringReader(text), _configuration);
    }

    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Whether a quote stands where none can, or is not closed; the fields then mean nothing.</summary>
    public bool IsMalformed { get; private set; }

    public string[] Fields { get; private set; } = [];

    public bool MoveNext()
    {
        do
        {
            IsMalformed = false;
            Line = _linesBefore + _parser.RawRow + 1;
            if (!_parser.Read())
                return false;
            Fields = _parser.Record!;
        }
        while (Fields is [""]);

        if (_parser.RawRecord.Count(character => character == '"') % 2 == 0)
            return true;

        // a quote that nobody closes would swallow all rows behind it
        IsMalformed = true;
        StartAgainBehind(Line);
        return true;
    }

    private void StartAgainBehind(int line)
    {
        var start = 0;
        for (; _linesBefore < line; _linesBefore++)
            start = _text.IndexOf('\n', start) is >= 0 and var end ? end + 1 : _text.Length;
        _text = _text.Substring(start);
        _parser = new CsvParser(new StringReader(_text), _configuration);
    }

    /// <summary>The first of comma, semicolon and tab that the header has: spreadsheets differ by country.</summary>
    private static char DelimiterOf(string text)
    {
        var header = text.AsSpan(0, text.AsSpan().IndexOfAny('\r', '\n') is >= 0 and var end ? end : text.Length);
        var first = header.IndexOfAny(Delimiters);
        return first < 0 ? ',' : header[first];
    }
}
