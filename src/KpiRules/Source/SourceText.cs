// A text with the name it is known by; turns offsets into lines and columns.
using System.Collections.Generic;

namespace KpiRules.Source;

internal sealed class SourceText
{
    private const int Block = 1024;

    private readonly List<int> _lineStarts = [0];

    /// <summary>
    /// How many surrogate pairs end before each block: a minified file is one long line, and counting it anew for each place
    /// would be quadratic.
    /// </summary>
    private readonly List<int> _pairsBefore = [];

    public SourceText(string name, string text)
    {
        Name = name;
        Text = text.Length > 0 && text[0] == '\uFEFF' ? text.Substring(1) : text;
        for (var (i, pairs) = (0, 0); i < Text.Length; i++)
        {
            if (i % Block == 0)
                _pairsBefore.Add(pairs);
            if (EndsPair(i))
                pairs++;
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
        var start = _lineStarts[line];
        return (line + 1, offset - start - (PairsBefore(offset) - PairsBefore(start)) + 1);
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

    private int PairsBefore(int offset)
    {
        if (offset == 0)
            return 0;
        var block = (offset - 1) / Block;
        var pairs = _pairsBefore[block];
        for (var i = block * Block; i < offset; i++)
        {
            if (EndsPair(i))
                pairs++;
        }

        return pairs;
    }

    private bool EndsPair(int i) => char.IsLowSurrogate(Text[i]) && i > 0 && char.IsHighSurrogate(Text[i - 1]);

    private int LineIndexOf(int offset)
    {
        var index = _lineStarts.BinarySearch(offset);
        return index >= 0 ? index : ~index - 1;
    }
}
