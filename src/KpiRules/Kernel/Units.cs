// What becomes of units: which may be added, and what a product or quotient is measured in.
namespace KpiRules.Kernel;

/// <summary>A unit is a word of the ruleset; null is unknown, and <see cref="Plain"/> is a number that goes with any.</summary>
internal static class Units
{
    public const string Plain = "";
    public const string Percent = "percent";
    public const string Ratio = "ratio";
    public const string Score = "score";
    public const string Money = "money";
    public const string Count = "count";
    public const string Days = "days";

    public static bool AreCompatible(string? left, string? right) =>
        left is null or Plain || right is null or Plain || left == right || (IsFraction(left) && IsFraction(right));

    public static string? Common(string? left, string? right) =>
        left == Plain ? right : left is null && right != Plain ? right : left;

    public static string? Product(string? left, string? right)
    {
        if (left == Plain || IsFraction(left))
            return IsFraction(left) && right == Plain ? left : right;
        return right == Plain || IsFraction(right) ? left : null;
    }

    public static string? Quotient(string? left, string? right)
    {
        if (right == Plain || IsFraction(right))
            return left == Plain && right != Plain ? null : left;
        return left is not null && left == right ? Ratio : null;
    }

    private static bool IsFraction(string? unit) => unit is Percent or Ratio;
}
