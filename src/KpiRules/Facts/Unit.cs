// Takes the units of two numbers, gives what comes of them: whether they go together, and what a product or quotient is measured in.
namespace KpiRules.Facts;

/// <summary>What a number is measured in. Immutable.</summary>
/// <param name="Text">The ruleset's own word; empty for <see cref="Plain"/>, null for <see cref="Unknown"/>.</param>
internal readonly record struct Unit(string? Text)
{
    public static readonly Unit Unknown;

    /// <summary>Of a number that goes with any.</summary>
    public static readonly Unit Plain = new("");
    public static readonly Unit Percent = new("percent");
    public static readonly Unit Ratio = new("ratio");
    public static readonly Unit Score = new("score");
    public static readonly Unit Money = new("money");
    public static readonly Unit Count = new("count");
    public static readonly Unit Days = new("days");

    public bool IsPlain => Text is { Length: 0 };

    /// <summary>Whether numbers of several periods or subjects say nothing when they are added up.</summary>
    public bool IsFractionOrScore => IsFraction || Text == Score.Text;

    private bool IsKnown => Text is not null;

    private bool IsFraction => Text == Percent.Text || Text == Ratio.Text;

    /// <summary>This one, or another where it is not known.</summary>
    public Unit Or(Unit other) => IsKnown ? this : other;

    /// <summary>Whether numbers may be added or compared.</summary>
    public bool GoesWith(Unit other) =>
        !IsKnown || IsPlain || !other.IsKnown || other.IsPlain || Text == other.Text || (IsFraction && other.IsFraction);

    /// <summary>Of two numbers of which it may be either, or their sum.</summary>
    public static Unit Common(Unit left, Unit right) => left.IsPlain || (!left.IsKnown && !right.IsPlain) ? right : left;

    public static Unit Product(Unit left, Unit right)
    {
        if (left.IsPlain || left.IsFraction)
            return left.IsFraction && right.IsPlain ? left : right;
        return right.IsPlain || right.IsFraction ? left : Unknown;
    }

    public static Unit Quotient(Unit left, Unit right)
    {
        if (right.IsPlain || right.IsFraction)
            return left.IsPlain && right.IsFraction ? Unknown : left;
        return left.IsKnown && left.Text == right.Text ? Ratio : Unknown;
    }
}
