// Takes the text of a CSV file, gives its rows one by one; a quote out of place costs its own row and no other.
using System;

namespace KpiRules.Cli.Csv;

/// <summary>
/// The first row is the header; the others should have as many fields. A quote opens a value at the beginning of a field only.
/// A value that is still open where its line ends goes on in the next, unless that would swallow rows: see <see cref="TryGoOn"/>.
/// </summary>
internal sealed class CsvRows
{
    /// <summary>So many lines may stand above the header.</summary>
    public const int MostTitleLines = 10;

    private static readonly char[] Delimiters = [',', ';', '\t'];

    private readonly CsvFields _row;
    private readonly CsvFields _alone;
    private CsvLines _lines;
    private int? _width;

    public CsvRows(string text)
    {
        _lines = new CsvLines(text);
        Delimiter = DelimiterSaid() ?? DelimiterOf(_lines);
        (_row, _alone) = (new CsvFields(Delimiter), new CsvFields(Delimiter));
    }

    /// <summary>What divides the fields.</summary>
    public char Delimiter { get; }

    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Whether a quote stands where none can, or is not closed; there are no fields then.</summary>
    public bool IsMalformed { get; private set; }

    /// <summary>The fields; text that was guarded against being taken for a formula is as it was before.</summary>
    public string[] Fields { get; private set; } = [];

    /// <summary>Takes the row for the header: what stood before it may have been of another width.</summary>
    public void TakeAsHeader() => _width = Fields.Length;

    /// <summary>Goes to the next row; empty lines are none.</summary>
    public bool MoveNext()
    {
        do
        {
            if (!_lines.MoveNext())
                return false;
        }
        while (_lines.Current.IsEmpty);

        Line = _lines.Number;
        IsMalformed = _row.Begin().Add(_lines.Current) switch
        {
            LineEnd.Whole => false,
            LineEnd.Stray => true,
            LineEnd.Open => !TryGoOn(),
        };
        Fields = IsMalformed ? [] : _row.ToArray();
        _width ??= Fields.Length;
        return true;
    }

    /// <summary>
    /// Reads on until the open value is closed. Two stray quotes on two lines look like one value too, so it must make a row of
    /// the header's width, must not swallow a line that is a row by itself, and must not join two lines that would both be rows
    /// but for their quotes. Else false, and the lines are read one by one.
    /// </summary>
    private bool TryGoOn()
    {
        // how wide a header is that goes over several lines is known only at its end
        var width = _width ?? WidthOfOpen();
        var (ahead, opensAsRow) = (_lines, IsLikeRow(_lines.Current, width));
        while (true)
        {
            _row.AddBreak(ahead.Break);
            if (!ahead.MoveNext())
                return false;
            var isLikeRow = IsLikeRow(ahead.Current, width);
            switch (_row.Add(ahead.Current))
            {
                case LineEnd.Stray:
                case LineEnd.Open when isLikeRow:
                case LineEnd.Whole when _row.Count != width || (isLikeRow && opensAsRow):
                    return false;
                case LineEnd.Open:
                    continue;
                case LineEnd.Whole:
                    _lines = ahead;
                    return true;
            }
        }
    }

    /// <summary>How many fields the row that begins here has if its open value is read on; 0 if it is never closed.</summary>
    private int WidthOfOpen()
    {
        var (ahead, fields) = (_lines, new CsvFields(Delimiter));
        while (fields.Add(ahead.Current) == LineEnd.Open)
        {
            if (!ahead.MoveNext())
                return 0;
        }

        return fields.Count;
    }

    /// <summary>Whether the line alone is a row of that width, or would be one if its quotes were letters.</summary>
    private bool IsLikeRow(ReadOnlySpan<char> line, int width)
    {
        return _alone.Begin().Add(line) switch
        {
            LineEnd.Whole => _alone.Count == width,
            // the value that is open is a field too
            LineEnd.Open => _alone.Count + 1 == width || line.Count(Delimiter) + 1 == width,
            LineEnd.Stray => line.Count(Delimiter) + 1 == width,
        };
    }

    /// <summary>What a first line such as <c>sep=;</c> says, which Excel writes and reads; the line is passed over.</summary>
    private char? DelimiterSaid()
    {
        var ahead = _lines;
        if (!ahead.MoveNext() || ahead.Current.Length != 5 || !ahead.Current.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return null;
        _lines = ahead;
        return ahead.Current[4];
    }

    /// <summary>
    /// The first of comma, semicolon and tab outside of quotes, in the first line that has one: spreadsheets differ by country, and a
    /// title may stand above the header.
    /// </summary>
    private static char DelimiterOf(CsvLines lines)
    {
        for (var i = 0; i < MostTitleLines && lines.MoveNext(); i += lines.Current.IsEmpty ? 0 : 1)
        {
            var isQuoted = false;
            foreach (var c in lines.Current)
            {
                if (c == '"')
                    isQuoted = !isQuoted;
                else if (!isQuoted && Array.IndexOf(Delimiters, c) >= 0)
                    return c;
            }
        }

        return Delimiters[0];
    }
}
