// Takes a text that is known to be JSON with comments, gives its tokens, comments among them.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Cli.Formatting;

internal static class Tokens
{
    public static IReadOnlyList<Token> Of(string text)
    {
        var tokens = new List<Token>();
        var (position, lines) = (0, 0);
        while (position < text.Length)
        {
            var character = text[position];
            if (char.IsWhiteSpace(character) || character == '\uFEFF')
            {
                if (character == '\n' || (character == '\r' && !(position + 1 < text.Length && text[position + 1] == '\n')))
                    lines++;
                position++;
                continue;
            }

            var end = EndOf(text, position);
            var kind = KindOf(character);
            var word = text[position..end];
            tokens.Add(new Token(kind, kind == TokenKind.Comment ? Trimmed(word) : word, lines));
            (position, lines) = (end, 0);
        }

        tokens.Add(new Token(TokenKind.End, "", lines));
        return tokens;
    }

    private static TokenKind KindOf(char first) => first switch
    {
        '{' or '[' => TokenKind.Open,
        '}' or ']' => TokenKind.Close,
        ':' => TokenKind.Colon,
        ',' => TokenKind.Comma,
        '/' => TokenKind.Comment,
        _ => TokenKind.Scalar,
    };

    private static int EndOf(string text, int start)
    {
        switch (KindOf(text[start]))
        {
            case TokenKind.Comment when text[start + 1] == '*':
                return text.IndexOf("*/", start + 2, StringComparison.Ordinal) + 2;
            case TokenKind.Comment:
                var lineEnd = text.IndexOfAny(['\n', '\r'], start);
                return lineEnd < 0 ? text.Length : lineEnd;
            case TokenKind.Scalar when text[start] == '"':
                return EndOfText(text, start);
            case TokenKind.Scalar:
                var end = start;
                while (end < text.Length && !char.IsWhiteSpace(text[end]) && KindOf(text[end]) == TokenKind.Scalar)
                    end++;
                return end;
            case TokenKind.Open or TokenKind.Close or TokenKind.Colon or TokenKind.Comma or TokenKind.End:
                return start + 1;
        }

        return start + 1;
    }

    private static int EndOfText(string text, int start)
    {
        var position = start + 1;
        while (text[position] != '"')
            position += text[position] == '\\' ? 2 : 1;
        return position + 1;
    }

    private static string Trimmed(string comment) =>
        string.Join("\n", comment.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
}
