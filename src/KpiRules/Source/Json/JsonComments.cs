// Takes a text, gives its comments, or the text with every comment blanked out; nothing moves, so places stay as they are.
using System.Collections.Generic;

namespace KpiRules.Source.Json;

internal static class JsonComments
{
    /// <summary>Newtonsoft knows comments in some places only; RFC 8259 with comments means anywhere between two tokens.</summary>
    public static string Blank(string text)
    {
        if (text.IndexOf('/') < 0)
            return text;
        var characters = text.ToCharArray();
        foreach (var comment in In(text))
        {
            for (var position = comment.Start; position < comment.End; position++)
                characters[position] = text[position] is '\n' or '\r' ? text[position] : ' ';
        }

        return new string(characters);
    }

    /// <summary>Where comments stand, from the first to the last; the line end behind one is not part of it.</summary>
    public static IEnumerable<SourceSpan> In(string text)
    {
        var position = text.IndexOf('/') < 0 ? text.Length : 0;
        while (position < text.Length)
        {
            var end = EndOf(text, position);
            if (end >= 0)
                yield return new SourceSpan(position, end - position);
            position = end >= 0 ? end : text[position] is '"' or '\'' ? EndOfText(text, position) : position + 1;
        }
    }

    /// <summary>
    /// The offset behind a comment that begins here; -1 where none begins, and the end of the text where it is not closed.
    /// </summary>
    public static int EndOf(string text, int start)
    {
        if (start + 1 >= text.Length || text[start] != '/')
            return -1;
        switch (text[start + 1])
        {
            case '/':
                var lineEnd = text.IndexOfAny(['\n', '\r'], start);
                return lineEnd < 0 ? text.Length : lineEnd;
            case '*':
                var close = text.IndexOf("*/", start + 2, System.StringComparison.Ordinal);
                return close < 0 ? text.Length : close + 2;
            default:
                return -1;
        }
    }

    private static int EndOfText(string text, int start)
    {
        var position = start + 1;
        while (position < text.Length && text[position] != text[start])
            position += text[position] == '\\' ? 2 : 1;
        return position + 1;
    }
}
