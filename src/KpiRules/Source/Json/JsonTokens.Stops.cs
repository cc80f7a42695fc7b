// Says what is wrong where reading cannot go on: what is expected, what stands there instead, and what was probably meant.
using System;
using KpiRules.Diagnostics;

namespace KpiRules.Source.Json;

internal sealed partial class JsonTokens
{
    private Term Expected => new("json." + _expected);

    /// <summary>Reports what stands here instead of what is expected, for Newtonsoft could not go on; throws nothing.</summary>
    public void ReportStop()
    {
        try
        {
            ReportWhatStandsHere();
        }
        catch (JsonStopException)
        {
            // reported by what threw it
        }
    }

    /// <summary>Goes on token by token from where Newtonsoft was last followed, to the first that cannot stand there.</summary>
    private void ReportWhatStandsHere()
    {
        var before = diagnostics.Count;
        while (true)
        {
            SkipTrivia();
            if (_position >= _text.Length)
            {
                ReportEnd();
                return;
            }

            var next = Step();
            if (diagnostics.Count > before)
                return;
            if (next is null)
            {
                diagnostics.Add(Unexpected());
                return;
            }

            _expected = next.Value;
        }
    }

    /// <summary>Takes the token that stands here, if it may; gives what may come behind it, or null where it may not.</summary>
    private JsonExpectation? Step()
    {
        var valueExpected = _expected is JsonExpectation.Value or JsonExpectation.ValueOrClose;
        switch (Current)
        {
            case '"' or '\'' when valueExpected || _expected == JsonExpectation.NameOrClose:
                TakeText(_path);
                return valueExpected ? JsonExpectation.CommaOrClose : JsonExpectation.Colon;
            case '-' or '+' or '.' or (>= '0' and <= '9') when valueExpected:
                TakeNumber(_path);
                return JsonExpectation.CommaOrClose;
            case var letter when valueExpected && char.IsLetter(letter):
                TakeWord(_path);
                return JsonExpectation.CommaOrClose;
            case ':' when _expected == JsonExpectation.Colon:
                _position++;
                return JsonExpectation.Value;
            case ',' when _expected == JsonExpectation.CommaOrClose:
                if (IsThousandsSeparator())
                    diagnostics.Add(SourceFaults.ThousandsSeparator(PlaceAt(_position, 1, _path)));
                _position++;
                return _open.Count > 0 && _text[_open.Peek()] == '[' ? JsonExpectation.Value : JsonExpectation.NameOrClose;
            default:
                return null;
        }
    }

    /// <summary>1,000 where a name must come behind the comma.</summary>
    private bool IsThousandsSeparator() =>
        _text[_open.Peek()] == '{'
        && char.IsDigit(_text[_position - 1])
        && _position + 1 < _text.Length
        && char.IsDigit(_text[_position + 1]);

    private Diagnostic Unexpected()
    {
        var place = PlaceAt(_position, FoundLength(), _path);
        var found = char.IsWhiteSpace(Current) || char.IsControl(Current) ? JsonTextToken.CodePoint(Current) : place.Text;
        if (found == "%")
            return SourceFaults.Percent(place);
        var needed = found[0] switch
        {
            '：' => ":",
            '，' or '、' => ",",
            '“' or '”' or '＂' => "\"",
            '｛' => "{",
            '｝' => "}",
            '［' or '【' => "[",
            '］' or '】' => "]",
            _ => null,
        };
        return needed is null
            ? SourceFaults.Expected(place, Expected, found)
            : SourceFaults.ChinesePunctuation(PlaceAt(_position, 1, _path), found.Substring(0, 1), needed);
    }

    private void ReportEnd()
    {
        var end = PlaceAt(_lastEnd, 0, _path);
        if (_open.Count == 0)
        {
            diagnostics.Add(SourceFaults.EndsTooSoon(end, Expected));
            return;
        }

        var open = _open.Peek();
        var (line, column) = source.PositionOf(open);
        diagnostics.Add(SourceFaults.Unclosed(end, _text.Substring(open, 1), line, column));
    }

    private void Stop()
    {
        ReportStop();
        throw new JsonStopException();
    }

    private JsonStopException StopAt(Diagnostic diagnostic)
    {
        diagnostics.Add(diagnostic);
        return new JsonStopException();
    }

    /// <summary>The length of what stands here, as far as it can be told: a text up to its quote, a word, or one character.</summary>
    private int FoundLength()
    {
        var close = Current is '"' or '\'' ? _text.IndexOfAny([Current, '\n', '\r'], _position + 1) : -1;
        if (close >= 0 && _text[close] == Current)
            return close + 1 - _position;
        return Math.Max(WordLength(), char.IsHighSurrogate(Current) && _position + 1 < _text.Length ? 2 : 1);
    }
}
