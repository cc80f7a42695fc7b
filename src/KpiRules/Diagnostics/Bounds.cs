// Says a range in words, whichever of its bounds there are.
namespace KpiRules.Diagnostics;

internal static class Bounds
{
    public static Term Of(decimal? min, decimal? max) => (min, max) switch
    {
        ({ } least, { } most) => new Term("bounds.both", least, most),
        ({ } least, null) => new Term("bounds.least", least),
        _ => new Term("bounds.most", max ?? 0),
    };
}
