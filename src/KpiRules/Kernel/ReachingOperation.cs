// What looks at other periods or other subjects, and the visitor that tells its kinds apart.
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>Push-down rewrites it until it stands on facts, so that no back end meets it.</summary>
internal abstract record ReachingOperation(Origin Origin, ValueKind Kind, Unit Unit) : Operation(Origin, Kind, Unit)
{
    /// <summary>The function, as authors call it, by which it looks at other subjects itself; null where it looks at none.</summary>
    public abstract string? OverPeople { get; }

    public sealed override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Reaching(this);

    public abstract override int GetHashCode();

    /// <summary>Calls the method of the visitor that is for this operation.</summary>
    public abstract T Accept<T>(IReachingVisitor<T> visitor);
}

internal interface IReachingVisitor<out T>
{
    T Previous(PreviousOperation previous);

    T Trailing(TrailingOperation trailing);

    T Window(WindowOperation window);

    T Population(PopulationOperation population);

    T Share(ShareOperation share);

    T Among(AmongOperation among);

    T Headcount(HeadcountOperation headcount);

    T Target(TargetOperation target);

    T OfSection(SectionReachOperation reaching);
}
