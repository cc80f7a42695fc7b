// Takes text for a cell, gives it so that no spreadsheet works it out as a formula; and back.
using System;
using System.Buffers;

namespace KpiRules.Cli.Csv;

/// <summary>
/// An apostrophe before what a spreadsheet would take for a formula, as OWASP advises ("CSV injection"). Text that begins
/// with apostrophes already gets one more, so that what was written is always read back as it was.
/// </summary>
internal static class FormulaGuard
{
    private const char Mark = '\'';

    /// <summary>The full-width signs too: East Asian versions of Excel read them as the others.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create("=+-@\t\r\n＝＋－＠");

    public static string Added(string text) => IsFormula(text) ? Mark + text : text;

    public static string Removed(string field) => field.StartsWith(Mark) && IsFormula(field) ? field[1..] : field;

    /// <summary>Whether a sign stands behind nothing but apostrophes and spaces.</summary>
    private static bool IsFormula(string text) =>
        text.AsSpan().IndexOfAnyExcept(Mark, ' ') is >= 0 and var first && Signs.Contains(text[first]);
}
