// Takes the text of a ruleset, gives it as everybody would write it; nothing of what it says changes.
using System;
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Cli.Formatting;

internal static class CanonicalText
{
    /// <param name="text">JSON with comments and without faults of its grammar.</param>
    public static string Of(string text)
    {
        var tokens = Tokens.Of(text);
        var written = EntryWriter.Write(EntryReader.Read(tokens));
        // a formatter that loses a digit pays wrong: what it wrote is read again and held against what it was given
        Hold(tokens.Where(token => token.Kind != TokenKind.Comment), written, isComments: false);
        Hold(tokens.Where(token => token.Kind == TokenKind.Comment), written, isComments: true);
        return EndsLinesWithReturn(text) ? written.Replace("\n", "\r\n") : written;
    }

    private static void Hold(IEnumerable<Token> tokens, string written, bool isComments)
    {
        var again = Tokens.Of(written).Where(token => token.Kind == TokenKind.Comment == isComments);
        if (!tokens.Select(token => token.Text).SequenceEqual(again.Select(token => token.Text), StringComparer.Ordinal))
            throw new InvalidOperationException("The formatted text is not the same ruleset; nothing was written.");
    }

    /// <summary>As the first line does: the others are made alike.</summary>
    private static bool EndsLinesWithReturn(string text) => text.IndexOf('\n') is > 0 and var end && text[end - 1] == '\r';
}
