// What the characters of a formula mean, whichever keyboard they came from.
using System.Globalization;
using KpiRules.Diagnostics;

namespace KpiRules.Formulas;

internal static class FormulaCharacters
{
    /// <summary>A full-width form as its ASCII twin (U+FF01–FF5E, U+3000), the lenticular brackets as square ones.</summary>
    public static char Fold(char character) => character switch
    {
        '【' => '[',
        '】' => ']',
        _ => FullWidth.Narrowed(character),
    };

    public static bool IsSpace(char character) => Fold(character) is ' ' or '\t' or '\r' or '\n';

    public static bool IsDigit(char character) => Fold(character) is >= '0' and <= '9';

    /// <summary>How many UTF-16 units of a name begin here, or 0: a letter of any script, or an underscore.</summary>
    public static int NameStart(string text, int index) =>
        index < text.Length && (Fold(text[index]) == '_' || IsLetter(CategoryAt(text, index))) ? UnitsAt(text, index) : 0;

    /// <summary>As <see cref="NameStart"/>, for what may follow in a name: digits and combining marks too.</summary>
    public static int NamePart(string text, int index)
    {
        if (NameStart(text, index) is > 0 and var units)
            return units;
        if (index >= text.Length)
            return 0;
        return CategoryAt(text, index) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation
            ? UnitsAt(text, index)
            : 0;
    }

    /// <summary>The quote that closes a text opened by this one, or null where it opens none.</summary>
    public static string? ClosersOf(char quote) => quote switch
    {
        '\'' => "'",
        '"' => "\"",
        '\uFF07' => "\uFF07",
        '\uFF02' => "\uFF02",
        '“' or '”' => "“”",
        '‘' or '’' => "‘’",
        _ => null,
    };

    public static bool IsInvisible(string text, int index) =>
        char.IsControl(text[index]) || CategoryAt(text, index) is UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator or UnicodeCategory.Surrogate
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;

    public static string CharacterAt(string text, int index) => text.Substring(index, UnitsAt(text, index));

    public static string CodePointAt(string text, int index)
    {
        var codePoint = UnitsAt(text, index) == 2 ? char.ConvertToUtf32(text[index], text[index + 1]) : text[index];
        return "U+" + codePoint.ToString("X4", CultureInfo.InvariantCulture);
    }

    private static UnicodeCategory CategoryAt(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index);

    private static bool IsLetter(UnicodeCategory category) =>
        category is >= UnicodeCategory.UppercaseLetter and <= UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static int UnitsAt(string text, int index) =>
        char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]) ? 2 : 1;
}
