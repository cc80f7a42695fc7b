// Prints a diagnostic as a compiler does: place, message, the line, and carets under the fault.
using System;
using System.Text;

namespace KpiRules.Diagnostics;

internal static class DiagnosticPrinter
{
    private const string Indent = "    ";
    private const int ContextBefore = 60;
    private const int ContextAfter = 50;
    private const int FewMore = 12;
    private const char Ellipsis = '…';

    public static string Header(Diagnostic diagnostic, string language)
    {
        var severity = Messages.Format(language, diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
        return $"{diagnostic.File}:{diagnostic.Line}:{diagnostic.Column}: {severity} {diagnostic.Code}: {diagnostic.Message(language)}";
    }

    public static string Print(Diagnostic diagnostic, string language)
    {
        var source = diagnostic.Place.Source;
        var fault = diagnostic.Place.Span;
        var line = source.LineAround(fault.Start);
        if (string.IsNullOrWhiteSpace(source.Text.Substring(line.Start, line.Length)))
            return Header(diagnostic, language);
        var start = line.Start;
        while (start < fault.Start && source.Text[start] is ' ' or '\t')
            start++;

        var excerpt = new StringBuilder(Indent);
        var carets = new StringBuilder(Indent);
        if (fault.Start - start > ContextBefore + FewMore)
        {
            start = BetweenCharacters(source.Text, fault.Start - ContextBefore);
            excerpt.Append(Ellipsis);
            carets.Append(' ');
        }

        var end = line.End;
        if (end - fault.Start > ContextAfter + FewMore)
            end = BetweenCharacters(source.Text, fault.Start + ContextAfter);

        for (var i = start; i < end; i++)
        {
            var character = source.Text[i];
            if (char.IsLowSurrogate(character) && i > start)
            {
                excerpt.Append(character);
                continue;
            }

            excerpt.Append(Visible(character));
            var mark = i == fault.Start || (i > fault.Start && i < fault.End) ? '^' : ' ';
            carets.Append(mark, DisplayWidth.Of(source.Text, i));
        }

        if (end < line.End)
            excerpt.Append(Ellipsis);
        if (fault.Start >= end)
            carets.Append('^');
        return $"{Header(diagnostic, language)}\n{excerpt.ToString().TrimEnd()}\n{carets.ToString().TrimEnd()}";
    }

    /// <summary>Invisible characters are shown as one mark.</summary>
    private static char Visible(char character) => character switch
    {
        '\t' => ' ',
        _ when DisplayWidth.IsInvisible(character) => '·',
        _ => character,
    };

    private static int BetweenCharacters(string text, int offset) =>
        Math.Min(offset < text.Length && char.IsLowSurrogate(text[offset]) ? offset + 1 : offset, text.Length);
}
