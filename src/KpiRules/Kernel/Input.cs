// What is looked up in the facts for every subject before formulas run: what, how far back, and over which stretch of time.
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal enum InputKind
{
    /// <summary>A fact.</summary>
    Fact,

    /// <summary>Whether the subject has any facts in the period: true, or not available.</summary>
    Presence,

    /// <summary>How many periods of the policy's own length there are: what a constant is worth where constants add up.</summary>
    PeriodCount,

    /// <summary>Whether a window begins with the period, or the subject's history does.</summary>
    WindowStart,

    /// <summary>Whether the subject's history has begun by the end of the period.</summary>
    HasBegun,

    /// <summary>The target of each period of a stretch, as each period has it, combined.</summary>
    Target,

    /// <summary>What a subject achieved of the targets of a plan's closed periods; only looked at while that plan is made.</summary>
    PlanProgress,

    /// <summary>How many periods of that plan are closed.</summary>
    PlanClosed,
}

/// <param name="Fact">Null where no single fact is meant.</param>
/// <param name="Combine">How values of several periods become one; null: that is not said, and nothing can be combined.</param>
/// <param name="IsWhole">Made of all parts of a longer period, be it still running; else of those that have begun.</param>
/// <param name="Target">Whose target it is, and the cell that gives it in each period; null where no target is meant.</param>
/// <param name="IsOfLonger">Only looked at in a period longer than those of the policy.</param>
internal sealed record Input(
    InputKind Kind, FactDefinition? Fact, Lag Lag, TimeWindow Window, Combine? Combine, bool IsWhole = false, TargetSource? Target = null,
    bool IsOfLonger = false)
{
    /// <summary>A fact is the one of its name.</summary>
    public bool Equals(Input? other) => other is not null
        && (Kind, Fact?.Name, Lag, Window, Combine, IsWhole, Target, IsOfLonger).Equals(
            (other.Kind, other.Fact?.Name, other.Lag, other.Window, other.Combine, other.IsWhole, other.Target, other.IsOfLonger));

    public override int GetHashCode() => (Kind, Fact?.Name, Lag, Window, Combine, IsWhole, Target).GetHashCode();

    public static Input Of(FactDefinition fact) =>
        new(InputKind.Fact, fact, Lag.None, TimeWindow.None, fact.Combine, fact.Role == FactRole.Target);

    public ValueKind ValueKind => Kind switch
    {
        InputKind.Fact => Fact!.Kind,
        InputKind.Presence or InputKind.WindowStart or InputKind.HasBegun => ValueKind.Boolean,
        InputKind.PeriodCount or InputKind.Target or InputKind.PlanProgress or InputKind.PlanClosed => ValueKind.Number,
    };

    /// <summary>Unlike that of any other input.</summary>
    public override string ToString() => $"{Kind}:{Fact?.Name}:{Lag}:{Window}:{Combine}:{IsWhole}:{Target?.Cell}:{IsOfLonger}";

    public bool IsFact => Kind == InputKind.Fact;

    public static Input Presence(Lag lag) => new(InputKind.Presence, null, lag, TimeWindow.None, null);

    public static Input PeriodCount(Lag lag, TimeWindow window, bool isOfLonger) =>
        new(InputKind.PeriodCount, null, lag, window, Facts.Combine.Sum, IsOfLonger: isOfLonger);

    public static Input OfTarget(TargetSource target, Lag lag, TimeWindow window, Combine combine) =>
        new(InputKind.Target, null, lag, window, combine, IsWhole: true, target, IsOfLonger: window == TimeWindow.None);

    public static Input WindowStart(Lag lag, TimeWindow window) => new(InputKind.WindowStart, null, lag, window, null);

    public static Input OfPlan(InputKind kind) => new(kind, null, Lag.None, TimeWindow.None, null);

    public static Input HasBegun(Lag lag) => new(InputKind.HasBegun, null, lag, TimeWindow.None, null);

    /// <summary>Whether it is a fact of the period alone, as it was given.</summary>
    public bool IsPlain => Kind == InputKind.Fact && Lag.IsNone && Window == TimeWindow.None;
}

/// <param name="Name">What the author calls it, such as <c>k.target</c>.</param>
/// <param name="Cell">The cell that gives it in one period alone.</param>
internal sealed record TargetSource(string Name, string Cell)
{
    /// <summary>Over a stretch of time, as the author would write it.</summary>
    public string Shown(TimeWindow window) =>
        window switch { TimeWindow.Year => $"ytd({Name})", TimeWindow.Quarter => $"qtd({Name})", TimeWindow.None => Name };
}
