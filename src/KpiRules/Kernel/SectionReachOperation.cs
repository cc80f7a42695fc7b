// What a section of the ruleset looks at in other periods: it says itself how it is pushed down.
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal abstract record SectionReachOperation(Origin Origin, ValueKind Kind, Unit Unit) : ReachingOperation(Origin, Kind, Unit)
{
    public sealed override string? OverPeople => null;

    /// <summary>How it combines over periods and subjects.</summary>
    public abstract Combining Combining { get; }

    public abstract override int GetHashCode();

    public sealed override T Accept<T>(IReachingVisitor<T> visitor) => visitor.OfSection(this);

    /// <summary>Whether it comes to nothing where earlier periods are not known.</summary>
    public abstract bool NeedsEarlier { get; }

    /// <summary>The same without looking anywhere but at facts and cells, seen from a period so far back.</summary>
    public abstract Operation PushDown(IPushDown pushDown, Lag lag);
}

/// <summary>Pushes the parts of an operation down to the facts.</summary>
internal interface IPushDown
{
    /// <summary>The operation as it was in an earlier period.</summary>
    Operation At(Lag lag, Operation operation);

    /// <summary>The same, not available where the subject had no facts then. How often it is asked for is bounded.</summary>
    Operation Earlier(Lag lag, Operation operation);

    /// <summary>Whether it is the same for every subject and period.</summary>
    bool IsConstant(Operation operation);
}
