// Walks over a JSON text token by token: says where each begins, and refuses what only a lenient reader takes.
using System.Collections.Generic;
using KpiRules.Diagnostics;

namespace KpiRules.Source.Json;

internal sealed partial class JsonTokens(SourceText source, DiagnosticBag diagnostics)
{
    private readonly string _text = source.Text;
    private readonly Stack<int> _open = new();
    private JsonExpectation _expected = JsonExpectation.Value;
    private SourcePath _path = SourcePath.Root;
    private int _position;
    private int _lastEnd;
    private int _behindBlanks;

    public void Expect(JsonExpectation expected, SourcePath path) => (_expected, _path) = (expected, path);

    public SourcePlace Here(SourcePath path)
    {
        SkipTrivia();
        return PlaceAt(_position, 1, path);
    }

    /// <summary>Newtonsoft takes more for blanks than RFC 8259 does.</summary>
    public void RequireEnd()
    {
        SkipTrivia();
        if (_position < _text.Length)
            Stop();
    }

    public SourcePlace TakeOpening(SourcePath path)
    {
        SkipTrivia();
        _open.Push(_position);
        return PlaceAt(_position++, 1, path);
    }

    public void TakeClosing(SourcePath path)
    {
        SkipTrivia();
        if (Current == ',')
        {
            diagnostics.Add(SourceFaults.TrailingComma(PlaceAt(_position++, 1, path)));
            SkipTrivia();
        }

        if (Current is not ('}' or ']'))
            Stop();
        _open.Pop();
        _position++;
    }

    public void TakeComma(SourcePath path, bool needed)
    {
        SkipTrivia();
        if (needed != (Current == ','))
            Stop();
        if (needed)
            _position++;
        Expect(JsonExpectation.Value, path);
        SkipTrivia();
    }

    public void TakeColon(SourcePath path)
    {
        Expect(JsonExpectation.Colon, path);
        SkipTrivia();
        if (Current != ':')
            Stop();
        _position++;
    }

    public SourcePlace TakeName(SourcePath path)
    {
        SkipTrivia();
        if (Current is '"' or '\'')
            return TakeText(path);
        var place = PlaceAt(_position, WordLength(), path);
        diagnostics.Add(SourceFaults.BareName(place, place.Text));
        _position = place.Span.End;
        return place;
    }

    public SourcePlace TakeText(SourcePath path)
    {
        SkipTrivia();
        if (Current is not ('"' or '\''))
            Stop();
        var place = new JsonTextToken(source, diagnostics, path).Scan(_position);
        _position = place.Span.End;
        return place;
    }

    /// <summary>true, false or null, in lower case; any other word that Newtonsoft takes for a value is reported.</summary>
    public SourcePlace TakeWord(SourcePath path)
    {
        SkipTrivia();
        var place = PlaceAt(_position, WordLength(), path);
        var word = place.Text;
        if (place.Span.Length == 0)
            Stop();
        if (word is not ("true" or "false" or "null"))
            diagnostics.Add(SourceFaults.UnknownWord(place, word));
        _position = place.Span.End;
        return place;
    }

    public JsonNumber TakeNumber(SourcePath path)
    {
        SkipTrivia();
        var place = PlaceAt(_position, WordLength(), path);
        var written = place.Text;
        var value = 0m;
        var fault = IsJsonNumber(written) ? ExactDecimal.TryParse(written, out value) : ReadFault.NotOfType;
        if (fault == ReadFault.NotExact)
            diagnostics.Add(SourceFaults.NumberNotExact(place, written));
        if (fault == ReadFault.NotOfType)
            diagnostics.Add(SourceFaults.NotANumber(place, written));
        _position = place.Span.End;
        return new JsonNumber(place, value);
    }

    private char Current => _position < _text.Length ? _text[_position] : '\0';

    /// <summary>Blanks and comments. What stands before them is the last thing read, behind which something may be missing.</summary>
    private void SkipTrivia()
    {
        if (_position != _behindBlanks)
            _lastEnd = _position;
        SkipBlanks();
        _behindBlanks = _position;
    }

    private void SkipBlanks()
    {
        while (_position < _text.Length)
        {
            if (Current is ' ' or '\t' or '\n' or '\r')
                _position++;
            else if (JsonComments.EndOf(_text, _position) is >= 0 and var end)
                _position = IsClosed(end) ? end : throw StopAt(SourceFaults.UnclosedComment(PlaceAt(_position, 2, _path)));
            else
                return;
        }
    }

    private bool IsClosed(int end) =>
        _text[_position + 1] == '/' || (end >= _position + 4 && _text[end - 2] == '*' && _text[end - 1] == '/');

    private int WordLength()
    {
        var end = _position;
        while (end < _text.Length && (char.IsLetterOrDigit(_text[end]) || _text[end] is '_' or '$' or '+' or '-' or '.'))
            end++;
        return end - _position;
    }

    private static bool IsJsonNumber(string written)
    {
        var digits = written.Length > 0 && written[0] == '-' ? 1 : 0;
        return digits < written.Length && (written[digits] != '0' || digits + 1 == written.Length || !char.IsDigit(written[digits + 1]));
    }

    private SourcePlace PlaceAt(int start, int length, SourcePath path) => new(source, new SourceSpan(start, length), path);
}
