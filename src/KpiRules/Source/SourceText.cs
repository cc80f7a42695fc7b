// A text with the name it is known by; turns offsets into lines and columns.
using System.Collections.Generic;

namespace KpiRules.Source;

internal sealed class SourceText
{
    private readonly List<int> _lineStarts = [0];

    /// <summary>Places are mostly asked for in order; a minified file is one long line, and counting it anew each time would be quadratic.</summary>
    private Counted _lastCounted = new(-1, 0, 0);

    public SourceText(string name, string text)
    {
        Name = name;
        Text = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '\n' || (Text[i] == '\r' && (i + 1 == Text.Length || Text[i + 1] != '\n')))
                _lineStarts.Add(i + 1);
        }
    }

    public string Name { get; }

    public string Text { get; }

    /// <summary>Line and column, both from 1. A column is one code point: a surrogate pair is one, a tab is one.</summary>
    public (int Line, int Column) PositionOf(int offset)
    {
        var line = LineIndexOf(offset);
        var known = _lastCounted;
        var goesOn = known.Line == line && known.Offset <= offset;
        var column = goesOn ? known.Column : 1;
        for (var i = goesOn ? known.Offset : _lineStarts[line]; i < offset; i++)
        {
            var lowSurrogate = char.IsLowSurrogate(Text[i]) && i > 0 && char.IsHighSurrogate(Text[i - 1]);
            if (!lowSurrogate)
                column++;
        }

        _lastCounted = new Counted(line, offset, column);
        return (line + 1, column);
    }

    /// <summary>The stretch of the line that holds the offset, without its line end.</summary>
    public SourceSpan LineAround(int offset)
    {
        var line = LineIndexOf(offset);
        var start = _lineStarts[line];
        var end = line + 1 < _lineStarts.Count ? _lineStarts[line + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
            end--;
        return new SourceSpan(start, end - start);
    }

    private sealed record Counted(int Line, int Offset, int Column);

    private int LineIndexOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }
}
