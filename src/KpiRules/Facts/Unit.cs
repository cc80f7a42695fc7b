// Takes the units of two numbers, gives what comes of them: whether they go together, and what a product or quotient is measured in.
using System;

namespace KpiRules.Facts;

/// <summary>
/// What a number is measured in. It is <em>said</em> where the ruleset's own words say it. What comes of a quotient or product that
/// nobody named (sales by orders) is only <em>inferred</em>: hosts do not see it, and it decides nothing but warnings.
/// </summary>
internal readonly record struct Unit
{
    public static readonly Unit Unknown;

    /// <summary>Of a number that goes with any.</summary>
    public static readonly Unit Plain = new("", null);
    public static readonly Unit Percent = Word("percent");
    public static readonly Unit Ratio = Word("ratio");
    public static readonly Unit Score = Word("score");
    public static readonly Unit Money = Word("money");
    public static readonly Unit Count = Word("count");
    public static readonly Unit Days = Word("days");

    /// <summary>A count of what else is added up: a sum by it may be a mean, in the unit of the sum.</summary>
    public static readonly Unit Tally = Count with { IsTally = true };

    private Unit(string? text, UnitFactors? factors) => (Text, Factors) = (text, factors);

    /// <summary>As the ruleset writes it; empty for <see cref="Plain"/>, null where it is not known or only inferred.</summary>
    public string? Text { get; private init; }

    /// <summary>What it is made of; null for <see cref="Plain"/> and where it is not known.</summary>
    public UnitFactors? Factors { get; }

    public bool IsPlain => Text is { Length: 0 };

    /// <summary>Whether a sum of several periods or subjects says nothing.</summary>
    public bool IsFractionOrScore => Text is "percent" or "ratio" or "score";

    private bool IsTally { get; init; }

    private bool IsFraction => UnitFactors.None.Equals(Factors);

    /// <summary>A wage per day is often declared as money alone: times days it is called money times days here, but is money.</summary>
    private bool IsLoose => Text is null && Factors?.Above.Count > 1;

    /// <summary>Times or by a plain number: what is only inferred is not known then, for the number may stand for days or orders.</summary>
    private Unit Scaled => Text is null ? Unknown : this;

    private Unit Inferred => new(null, Factors);

    /// <summary>As a ruleset writes it; null where it is neither a word nor words with / and * between them.</summary>
    public static Unit? Parse(string text) => UnitFactors.Parse(text) is { } factors ? new Unit(text, factors) : null;

    /// <summary>One word, whatever is in it.</summary>
    public static Unit Word(string text) => new(text, UnitFactors.OfWord(text));

    /// <summary>This one, or another where the ruleset does not say it.</summary>
    public Unit Or(Unit other) => Text is null ? other : this;

    /// <summary>Whether numbers may be added or compared.</summary>
    public bool GoesWith(Unit other) =>
        Factors is null || other.Factors is null || Factors.Equals(other.Factors) || IsLoose || other.IsLoose;

    /// <summary>Whether a formula cannot work out to what is declared.</summary>
    /// <param name="found">Only inferred, it counts against an arrangement of the same words: others are the author's to choose.</param>
    public bool Contradicts(Unit found) => !GoesWith(found) && (found.Text is not null || Factors!.HasWordsOf(found.Factors!));

    /// <summary>Of two numbers of which it may be either, or their sum.</summary>
    public static Unit Common(Unit left, Unit right)
    {
        if (left.IsPlain || right.IsPlain)
            return left.IsPlain ? right : left;
        return left.Text is null && (right.Text is not null || left.Factors is null) ? right : left;
    }

    public static Unit Product(Unit left, Unit right)
    {
        if (left.IsPlain || right.IsPlain)
            return left.IsPlain ? right.Scaled : left.Scaled;
        var product = left.IsFraction ? right : right.IsFraction ? left : Of(left.Factors, right.Factors, (a, b) => a.Times(b));
        return left.Text is null || right.Text is null ? product.Inferred : product;
    }

    public static Unit Quotient(Unit left, Unit right)
    {
        if (left.IsPlain || right.IsPlain)
            return right.IsPlain ? left.Scaled : Unknown;
        var quotient = right.IsFraction ? left : Of(left.Factors, right.Factors, (a, b) => a.Per(b));
        if (right.IsTally && !quotient.IsFraction)
            return Unknown;
        return left.Text is null || right.Text is null ? quotient.Inferred : quotient;
    }

    private static Unit Of(UnitFactors? left, UnitFactors? right, Func<UnitFactors, UnitFactors, UnitFactors?> operation)
    {
        if (left is null || right is null || operation(left, right) is not { } factors)
            return Unknown;
        return factors.Equals(UnitFactors.None) ? Ratio
            : factors is { Above.Count: 1, Below.Count: 0 } ? Word(factors.Above[0])
            : new Unit(null, factors);
    }
}
