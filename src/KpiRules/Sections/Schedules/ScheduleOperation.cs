// A schedule with every name bound: "Schedules" in docs/format.md.
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Schedules;

internal abstract record ScheduleOperation(Origin Origin, Unit Unit) : FusedOperation(Origin, ValueKind.Number, Unit)
{
    public sealed override Combining Combining => Combining.WithoutMeasuresFor("combine.schedule");

    public abstract override int GetHashCode();

    /// <summary>The schedule in short, by its form and what it looks at, such as <c>steps(amount)</c>.</summary>
    public abstract string Shown { get; }
}
