// How many columns of a terminal a character takes: two for East Asian wide ones (Unicode Annex 11), none for combining marks.
using System.Globalization;

namespace KpiRules.Diagnostics;

internal static class DisplayWidth
{
    /// <summary>Of the whole text.</summary>
    public static int Of(string text)
    {
        var width = 0;
        for (var i = 0; i < text.Length; i++)
            width += char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]) ? 0 : Of(text, i);
        return width;
    }

    /// <summary>Of the character at a place, with its other half where it has two.</summary>
    public static int Of(string text, int index)
    {
        var codePoint = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            ? char.ConvertToUtf32(text[index], text[index + 1])
            : text[index];
        var category = CharUnicodeInfo.GetUnicodeCategory(text, index);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        return codePoint switch
        {
            >= 0x1100 and <= 0x115F => 2, // Hangul initials
            >= 0x2E80 and <= 0x303E => 2, // CJK radicals and punctuation
            >= 0x3041 and <= 0xA4CF => 2, // kana to Yi, with the ideographs
            >= 0xAC00 and <= 0xD7A3 => 2, // Hangul syllables
            >= 0xF900 and <= 0xFAFF => 2, // compatibility ideographs
            >= 0xFE30 and <= 0xFE6F => 2, // compatibility forms
            >= 0xFF00 and <= 0xFF60 => 2, // full-width forms
            >= 0xFFE0 and <= 0xFFE6 => 2,
            >= 0x1F300 and <= 0x1FAFF => 2, // pictographs
            >= 0x20000 and <= 0x3FFFD => 2, // further ideographs
            _ => 1,
        };
    }

    /// <summary>What a terminal would not show, or would act upon.</summary>
    public static bool IsInvisible(char character) =>
        char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator;
}
