// What a section of the ruleset means beyond its formulas, said once: in operations.
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>
/// An operation that is short for others. A back end may know it as a whole where that is faster, and must then do as they do.
/// </summary>
internal abstract record CompositeOperation(Origin Origin, ValueKind Kind, Unit Unit) : Operation(Origin, Kind, Unit)
{
    public sealed override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Composite(this);

    public abstract override int GetHashCode();

    /// <summary>The operations it is short for: the same value, the same causes, the same steps told.</summary>
    public abstract Operation Expand();

    /// <summary>How it combines over periods and subjects.</summary>
    public abstract Combining Combining { get; }

    /// <summary>Writes operations that come from the same place.</summary>
    protected Compose Write => new(Origin);
}
