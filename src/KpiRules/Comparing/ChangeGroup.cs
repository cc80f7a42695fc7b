// Those of whom an amount changes in one way, and what they come to together.
namespace KpiRules.Comparing;

/// <summary>The subjects whose amount changes in one way, added up over the periods compared. Immutable.</summary>
public sealed class ChangeGroup
{
    internal ChangeGroup(ChangeKind kind, int subjects, decimal? before, decimal? after) =>
        (Kind, Subjects, Before, After) = (kind, subjects, before, after);

    /// <summary>In which way.</summary>
    public ChangeKind Kind { get; }

    /// <summary>How many they are.</summary>
    public int Subjects { get; }

    /// <summary>The sum of what was available before, in the unit of the result; 0 for nobody, null where it is too large.</summary>
    public decimal? Before { get; }

    /// <summary>The sum of what is available after, in the unit of the result; 0 for nobody, null where it is too large.</summary>
    public decimal? After { get; }

    /// <summary>
    /// By how much the sum is more; where amounts are not available on a side, this is no gain and no loss, but what is known of both.
    /// Null where a sum is.
    /// </summary>
    public decimal? Difference => ComparedAmount.Minus(After, Before);
}
