// A fact that a policy can use: what the host may hand in, and how it is read.
using System.Collections.Generic;

namespace KpiRules.Facts;

/// <summary>What a fact is to the policy.</summary>
public enum FactRole
{
    /// <summary>A number that adds up over periods and subjects, such as sales.</summary>
    Measure,

    /// <summary>Something about the subject that does not add up, such as its team.</summary>
    Attribute,

    /// <summary>
    /// A KPI's target that comes with the facts, named <c>&lt;kpi&gt;.target</c>, or a stretch target of a plan, named
    /// <c>&lt;kpi&gt;.&lt;name&gt;</c>.
    /// </summary>
    Target,

    /// <summary>A recoverable draw's debt at the beginning of a period, named <c>&lt;incentive&gt;.opening</c>.</summary>
    Opening,

    /// <summary>A field of a record.</summary>
    Field,

    /// <summary>A value of the rows of a table.</summary>
    TableValue,
}

/// <summary>A fact that a policy can use: its name, type and bounds, as the ruleset declares them. Immutable.</summary>
public sealed class FactDefinition
{
    private HashSet<string>? _values;

    internal FactDefinition(string name, FactRole role, ValueKind kind, Unit unit = default)
    {
        Name = name;
        Role = role;
        Kind = kind;
        MeasuredIn = unit;
    }

    /// <summary>The name under which the fact is given.</summary>
    public string Name { get; }

    /// <summary>What people call it, of a target what they call its KPI; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; internal init; }

    /// <summary>What the fact is to the policy.</summary>
    public FactRole Role { get; }

    /// <summary>The type its values must have.</summary>
    public ValueKind Kind { get; }

    /// <summary>The unit, such as <c>money</c> or <c>percent</c> (a fraction: 0.8 is 80 %); null when none is declared.</summary>
    public string? Unit => MeasuredIn.Text;

    internal Unit MeasuredIn { get; set; }

    /// <summary>The least plausible value, in the unit of the fact; a value below it is used and reported. Null for no bound.</summary>
    public decimal? Min { get; internal init; }

    /// <summary>The greatest plausible value, in the unit of the fact; a value above it is used and reported. Null for no bound.</summary>
    public decimal? Max { get; internal init; }

    /// <summary>What stands in for a missing value; none when nothing does.</summary>
    public FactValue Default { get; internal init; }

    /// <summary>
    /// How values of several periods become one: of a measure as the ruleset says, else the sum; null where it does not say
    /// and the unit (percent, ratio, score) does not decide, and for an attribute.
    /// </summary>
    public Combine? Combine { get; internal set; }

    /// <summary>The texts an attribute or a field may have; null for any. Another text is reported and not available.</summary>
    public IReadOnlyList<string>? Values { get; internal init; }

    /// <summary>
    /// Whether an attribute counts, where a record is looked at, as it was known on the record's own day; it may then be given by
    /// day. Elsewhere, and for a record without a day, it counts as it is known at the end of the period.
    /// </summary>
    public bool IsAsOfRecord { get; internal init; }

    /// <summary>Whether an attribute or a field may have the text.</summary>
    internal bool Allows(string text) => Values is null || (_values ??= [.. Values]).Contains(text);

    /// <summary>Whether there is anything to check of a value of its type.</summary>
    internal bool HasLimits => Values is not null || Min is not null || Max is not null;

    /// <summary>Whether the number is plausible.</summary>
    internal bool IsPlausible(decimal number) => !(number < Min || number > Max);
}
