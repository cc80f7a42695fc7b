// How a number is rounded.
namespace KpiRules.Facts;

internal enum Rounding
{
    /// <summary>To the nearest; from the middle away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest; from the middle to the even digit.</summary>
    HalfEven,

    /// <summary>Toward zero.</summary>
    Down,

    /// <summary>Away from zero.</summary>
    Up,
}
