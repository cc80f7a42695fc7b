// A rule that would have given what was paid: which step of which line would be another, and how.
using System;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Results;

namespace KpiRules.Reconciling;

/// <summary>Which step of a rule would be another.</summary>
public enum AnotherRuleKind
{
    /// <summary>The rate or value of a row of a schedule is another.</summary>
    Rate,

    /// <summary>There is no greatest amount.</summary>
    NoMax,

    /// <summary>There is no least amount.</summary>
    NoMin,

    /// <summary>The gate does not count.</summary>
    NoGate,

    /// <summary>It applies to everybody.</summary>
    ForAll,

    /// <summary>It is not multiplied.</summary>
    NoMultiplier,

    /// <summary>There is no draw.</summary>
    NoDraw,

    /// <summary>The whole amount is paid at the rate of its tier, and not each part at its own.</summary>
    WholeAtTier,

    /// <summary>Each period stands by itself: tiers do not go on from the one before.</summary>
    NotAccumulated,

    /// <summary>Each record is rounded, and not the sum.</summary>
    RoundedPerRecord,

    /// <summary>It is rounded in another way, or to other decimals.</summary>
    RoundedOtherwise,

    /// <summary>A measure that is missing counts as 0.</summary>
    MissingIsZero,

    /// <summary>Nothing is paid of this line.</summary>
    LeftOut,
}

/// <summary>A rule that gives what was paid: one step is another than in the policy. Two that say the same are equal. Immutable.</summary>
public sealed class AnotherRule : IEquatable<AnotherRule>
{
    private readonly string? _unit;
    private readonly LocalizedText? _title;

    internal AnotherRule(
        AnotherRuleKind kind, string line, LocalizedText? title = null, string row = "", FactValue policys = default,
        FactValue theirs = default, string? unit = null) =>
        (Kind, Line, _title, Row, Policys, Theirs, _unit) = (kind, line, title, row, policys, theirs, unit);

    /// <summary>Which step.</summary>
    public AnotherRuleKind Kind { get; }

    /// <summary>The incentive it is of; empty for a setting of the whole policy.</summary>
    public string Line { get; }

    /// <summary>Of a rate, which row it is: its bound, or its case; else empty.</summary>
    public string Row { get; }

    /// <summary>Of a rate or a rounding, what the policy has; else none.</summary>
    public FactValue Policys { get; }

    /// <summary>Of a rate or a rounding, what gives the amount that was paid; else none.</summary>
    public FactValue Theirs { get; }

    /// <summary>The rule as a sentence without a full stop, such as "the rate from 100,000 is 3%, not 4%".</summary>
    /// <param name="language"><c>zh</c> for Chinese; anything else is English.</param>
    public string ToString(string language)
    {
        var values = new ValueText(language, 2);
        var said = Messages.Format(
            language, "anotherRule." + Kind, Row, values.Written(Theirs, _unit), values.Written(Policys, _unit));
        if (Line.Length == 0)
            return said;
        var named = _title?.In(language) is { } words && words != Line ? $"{words} ({Line})" : Line;
        return Messages.Format(language, "anotherRule.of", named, said);
    }

    /// <summary>As <see cref="ToString(string)"/>, in English.</summary>
    public override string ToString() => ToString("en");

    /// <inheritdoc/>
    public bool Equals(AnotherRule? other) => other is not null
        && (Kind, Line, Row, Policys, Theirs) == (other.Kind, other.Line, other.Row, other.Policys, other.Theirs);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AnotherRule);

    /// <inheritdoc/>
    public override int GetHashCode() => (Kind, Line, Row, Theirs).GetHashCode();
}
