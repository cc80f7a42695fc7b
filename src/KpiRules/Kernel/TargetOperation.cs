// The target of a KPI, before push-down says how those of several periods become one.
using System;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>The target of a KPI, before it is said how the targets of several periods become one.</summary>
/// <param name="Combine">As the KPI says; null where its unit decides.</param>
internal sealed record TargetOperation(Origin Origin, string Kpi, Operation Inner, Combine? Combine)
    : ReachingOperation(Origin, ValueKind.Number, Inner.Unit)
{
    public override string? OverPeople => null;

    public override T Accept<T>(IReachingVisitor<T> visitor) => visitor.Target(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Inner = part(Inner) };

    public override int GetHashCode() => HashOfPartsAnd(Kpi);

    /// <summary>The cell that has the target of a KPI.</summary>
    public static CellKey CellOf(string kpi) => CellKey.Of(kpi, "target");

    /// <summary>As the KPI says; else money, counts, days and hours sum, and of anything else the last holds.</summary>
    public static Combine CombineOf(Combine? declared, Unit unit) =>
        declared ?? (unit.Text is "money" or "count" or "days" or "hours" ? Facts.Combine.Sum : Facts.Combine.Last);
}
