// The fields of the records that say what is deferred.
namespace KpiRules.Facts;

internal static class Opening
{
    public const string Earned = "earned";
    public const string Part = "part";
    public const string Due = "due";
    public const string Until = "until";
    public const string Amount = "amount";

    /// <summary>In how many periods it is asked for first; none or fewer: it is asked for already.</summary>
    public const string Wait = "wait";

    /// <summary>In how many more periods it is asked for; fewer than none: it was to be decided earlier.</summary>
    public const string Left = "left";
}
