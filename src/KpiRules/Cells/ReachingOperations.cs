// What a target, and a schedule that adds up over a year or quarter, are before push-down says what they look at.
using System;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>The target of a KPI, before it is said how the targets of several periods become one.</summary>
/// <param name="Combine">As the KPI says; null where its unit decides.</param>
internal sealed record TargetOperation(Origin Origin, string Kpi, Operation Inner, Combine? Combine) : SectionReachOperation(Origin, ValueKind.Number, Inner.Unit)
{
    public override T Accept<T>(ISectionReachVisitor<T> visitor) => visitor.Target(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Inner = part(Inner) };

    /// <summary>As the KPI says; else money, counts, days and hours sum, and of anything else the last holds.</summary>
    public static Combine CombineOf(Combine? declared, string? unit) =>
        declared ?? (unit is "money" or "count" or "days" or "hours" ? Facts.Combine.Sum : Facts.Combine.Last);
}

/// <summary>A schedule on what has come together since the beginning of a window, less what it was the period before.</summary>
internal sealed record AccumulateOperation(Origin Origin, string Function, TimeWindow Window, RowsOperation Rows) : SectionReachOperation(Origin, ValueKind.Number, Rows.Unit)
{
    public override T Accept<T>(ISectionReachVisitor<T> visitor) => visitor.Accumulate(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Rows = (RowsOperation)part(Rows) };
}

/// <summary>What a section of the ruleset looks at in other periods.</summary>
internal abstract record SectionReachOperation(Origin Origin, ValueKind Kind, string? Unit) : ReachingOperation(Origin, Kind, Unit)
{
    public sealed override string? OverPeople => null;

    public sealed override T Accept<T>(IReachingVisitor<T> visitor) => visitor.OfSection(this);

    /// <summary>Calls the method of the visitor that is for this operation.</summary>
    public abstract T Accept<T>(ISectionReachVisitor<T> visitor);
}

internal interface ISectionReachVisitor<out T>
{
    T Target(TargetOperation target);

    T Accumulate(AccumulateOperation accumulate);

    T Warning(WarningOperation warning);
}
