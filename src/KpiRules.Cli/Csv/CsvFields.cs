// Takes the lines of one row, one after another, gives its fields; says when a quote stands where none can.
using System;
using System.Collections.Generic;
using System.Text;

namespace KpiRules.Cli.Csv;

internal enum LineEnd
{
    /// <summary>The row ends with the line.</summary>
    Whole,

    /// <summary>A quoted value is still open: it goes on in the next line, or its quote is a stray one.</summary>
    Open,

    /// <summary>A quote stands within a field or behind a closed one; the fields mean nothing.</summary>
    Stray,
}

internal sealed class CsvFields(char delimiter)
{
    private readonly List<string> _fields = [];
    private readonly StringBuilder _value = new();
    private bool _isOpen;

    public int Count => _fields.Count;

    public string[] ToArray() => [.. _fields];

    /// <summary>Begins another row.</summary>
    public CsvFields Begin()
    {
        _fields.Clear();
        _value.Clear();
        _isOpen = false;
        return this;
    }

    /// <summary>Adds a line to the row; only the first, or one behind a line that left a value open.</summary>
    public LineEnd Add(ReadOnlySpan<char> line)
    {
        var rest = line;
        while (true)
        {
            var isQuoted = _isOpen || rest.StartsWith('"');
            var end = !isQuoted ? AddPlain(ref rest) : _isOpen ? AddQuoted(ref rest) : Open(ref rest);
            if (end is { } known)
                return known;
        }
    }

    /// <summary>Notes the line break within a value that is open.</summary>
    public void AddBreak(ReadOnlySpan<char> lineBreak) => _value.Append(lineBreak);

    private LineEnd? Open(ref ReadOnlySpan<char> rest)
    {
        _isOpen = true;
        rest = rest[1..];
        return AddQuoted(ref rest);
    }

    /// <summary>The end of the line, or null where another field follows.</summary>
    private LineEnd? AddPlain(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(delimiter);
        var field = end < 0 ? rest : rest[..end];
        if (field.Contains('"'))
            return LineEnd.Stray;
        _fields.Add(FormulaGuard.Removed(field.ToString()));
        return Behind(ref rest, field.Length);
    }

    private LineEnd? AddQuoted(ref ReadOnlySpan<char> rest)
    {
        while (rest.IndexOf('"') is >= 0 and var quote)
        {
            _value.Append(rest[..quote]);
            rest = rest[(quote + 1)..];
            if (rest.StartsWith('"'))
            {
                _value.Append('"');
                rest = rest[1..];
                continue;
            }

            if (!rest.IsEmpty && rest[0] != delimiter)
                return LineEnd.Stray;
            _fields.Add(FormulaGuard.Removed(_value.ToString()));
            _value.Clear();
            _isOpen = false;
            return Behind(ref rest, 0);
        }

        _value.Append(rest);
        return LineEnd.Open;
    }

    private static LineEnd? Behind(ref ReadOnlySpan<char> rest, int field)
    {
        if (field == rest.Length)
            return LineEnd.Whole;
        rest = rest[(field + 1)..];
        return null;
    }
}
