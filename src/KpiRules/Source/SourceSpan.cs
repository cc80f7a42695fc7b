// A stretch of a text, in UTF-16 code units.
namespace KpiRules.Source;

internal readonly record struct SourceSpan(int Start, int Length)
{
    public int End => Start + Length;
}
