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

    private void ReportWhatStandsHere()
    {
        var before = diagnostics.Count;
        SkipTrivia();
        var start = _position;
        var valueExpected = _expected is JsonExpectation.Value or JsonExpectation.ValueOrClose;
        if (Current == ',' && _expected == JsonExpectation.CommaOrClose)
            StepBehindComma();
        else if (Current is '"' or '\'' && (valueExpected || _expected == JsonExpectation.NameOrClose))
            TakeText(_path);
        else if (valueExpected && (Current is '-' or '+' or '.' || char.IsDigit(Current)))
            TakeNumber(_path);
        else if (valueExpected && char.IsLetter(Current))
            TakeWord(_path);
        if (diagnostics.Count > before)
            return;
        if (_position > start && _expected != JsonExpectation.NameOrClose)
            _expected = JsonExpectation.CommaOrClose;
        else if (_position > start)
            _expected = _text[start] == ',' ? JsonExpectation.NameOrClose : JsonExpectation.Colon;

        SkipTrivia();
        if (_position >= _text.Length)
            ReportEnd();
        else if (Current == ',' && _expected == JsonExpectation.CommaOrClose && _text[start] != ',')
            ReportWhatStandsHere();
        else
            diagnostics.Add(Unexpected());
    }

    /// <summary>Newtonsoft took the comma and stumbled over what is behind it: a name that is none, or the rest of 1,000.</summary>
    private void StepBehindComma()
    {
        var afterDigit = _position > 0 && char.IsDigit(_text[_position - 1]) && _position + 1 < _text.Length && char.IsDigit(_text[_position + 1]);
        if (afterDigit)
            throw StopAt(SourceFaults.ThousandsSeparator(PlaceAt(_position, 1, _path)));
        _position++;
        Expect(JsonExpectation.NameOrClose, _path);
        SkipTrivia();
        if (Current is '"' or '\'')
        {
            TakeText(_path);
            Expect(JsonExpectation.Colon, _path);
        }
    }

    private Diagnostic Unexpected()
    {
        var place = PlaceAt(_position, FoundLength(), _path);
        var found = char.IsWhiteSpace(Current) || char.IsControl(Current) ? JsonTextToken.CodePoint(Current) : TextOf(place);
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
