// Takes the text of a file, gives its lines with their numbers, whichever of CRLF, LF and CR ends them.
using System;

namespace KpiRules.Cli.Csv;

/// <summary>A copy goes on by itself, which is how a reader looks ahead.</summary>
internal struct CsvLines
{
    private readonly string _text;
    private int _start;
    private int _end;
    private int _next;

    /// <param name="text">The text; byte order marks before it, which some programs write twice, are no part of it.</param>
    public CsvLines(string text)
    {
        _text = text;
        while (_next < text.Length && text[_next] == '\uFEFF')
            _next++;
        _start = _end = _next;
    }

    /// <summary>The line's number, from 1; 0 before the first.</summary>
    public int Number { get; private set; }

    public readonly ReadOnlySpan<char> Current => _text.AsSpan(_start, _end - _start);

    /// <summary>What ends the line: CRLF, LF or CR; empty at the end of the text.</summary>
    public readonly ReadOnlySpan<char> Break => _text.AsSpan(_end, _next - _end);

    public bool MoveNext()
    {
        if (_next >= _text.Length)
            return false;
        _start = _next;
        _end = _text.AsSpan(_start).IndexOfAny('\r', '\n') is >= 0 and var length ? _start + length : _text.Length;
        _next = Math.Min(_text.Length, _text.AsSpan(_end).StartsWith("\r\n", StringComparison.Ordinal) ? _end + 2 : _end + 1);
        Number++;
        return true;
    }
}
