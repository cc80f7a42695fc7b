// Takes a character, gives its ASCII twin where it is the full-width form of one.
namespace KpiRules.Diagnostics;

internal static class FullWidth
{
    /// <summary>U+FF01–FF5E and U+3000 as ASCII; every other character as it is.</summary>
    public static char Narrowed(char character) => character switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        '\u3000' => ' ',
        _ => character,
    };
}
