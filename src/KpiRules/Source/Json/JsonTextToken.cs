// One text of a JSON document: finds its end and refuses what RFC 8259 does not allow between the quotes.
using System.Globalization;
using KpiRules.Diagnostics;

namespace KpiRules.Source.Json;

internal sealed class JsonTextToken(SourceText source, DiagnosticBag diagnostics, SourcePath path)
{
    private readonly string _text = source.Text;

    /// <summary>The place of the whole token, quotes included.</summary>
    public SourcePlace Scan(int start)
    {
        var quote = _text[start];
        if (quote == '\'')
            diagnostics.Add(SourceFaults.SingleQuotes(PlaceAt(start, 1)));
        var position = start + 1;
        while (position < _text.Length && _text[position] != quote)
        {
            if (_text[position] is '\n' or '\r')
            {
                diagnostics.Add(SourceFaults.UnclosedText(PlaceAt(start, position - start)));
                throw new JsonStopException();
            }

            position += _text[position] == '\\' ? ScanEscape(position) : ScanCharacter(position);
        }

        if (position >= _text.Length)
        {
            diagnostics.Add(SourceFaults.UnclosedText(PlaceAt(start, position - start)));
            throw new JsonStopException();
        }

        return PlaceAt(start, position + 1 - start);
    }

    private int ScanCharacter(int position)
    {
        if (_text[position] < ' ')
            diagnostics.Add(SourceFaults.ControlCharacter(PlaceAt(position, 1), CodePoint(_text[position])));
        return 1;
    }

    private int ScanEscape(int position)
    {
        var kind = position + 1 < _text.Length ? _text[position + 1] : '\0';
        if ("\"\\/bfnrt".IndexOf(kind) >= 0)
            return 2;
        if (kind != 'u' || !TryReadUnit(position, out var unit))
            return Refuse(position, kind == 'u' ? 6 : 2);
        if (char.IsLowSurrogate(unit))
            return Refuse(position, 6);
        if (!char.IsHighSurrogate(unit))
            return 6;
        return TryReadUnit(position + 6, out var low) && char.IsLowSurrogate(low) ? 12 : Refuse(position, 6);
    }

    private int Refuse(int position, int length)
    {
        var shown = System.Math.Min(2, _text.Length - position);
        while (shown < length && position + shown < _text.Length && System.Uri.IsHexDigit(_text[position + shown]))
            shown++;
        diagnostics.Add(SourceFaults.BadEscape(PlaceAt(position, shown), _text.Substring(position, shown)));
        return shown;
    }

    private bool TryReadUnit(int position, out char unit)
    {
        unit = '\0';
        if (position + 6 > _text.Length || _text[position] != '\\' || _text[position + 1] != 'u')
            return false;
        const NumberStyles Hex = NumberStyles.AllowHexSpecifier;
        if (!ushort.TryParse(_text.Substring(position + 2, 4), Hex, CultureInfo.InvariantCulture, out var value))
            return false;
        unit = (char)value;
        return true;
    }

    internal static string CodePoint(char character) => "U+" + ((int)character).ToString("X4", CultureInfo.InvariantCulture);

    private SourcePlace PlaceAt(int start, int length) => new(source, new SourceSpan(start, length), path);
}
