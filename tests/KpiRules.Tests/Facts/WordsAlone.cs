namespace KpiRules.Tests.Facts;

/// <summary>Units as mere words, null for unknown and empty for plain: what products, quotients and sums were before compounds.</summary>
internal static class WordsAlone
{
    public static string? Common(string? left, string? right) => left == "" ? right : left is null && right != "" ? right : left;

    public static string? Product(string? left, string? right)
    {
        if (left == "" || IsFraction(left))
            return IsFraction(left) && right == "" ? left : right;
        return right == "" || IsFraction(right) ? left : null;
    }

    public static string? Quotient(string? left, string? right)
    {
        if (right == "" || IsFraction(right))
            return left == "" && right != "" ? null : left;
        return left is not null && left == right ? "ratio" : null;
    }

    private static bool IsFraction(string? unit) => unit is "percent" or "ratio";
}
