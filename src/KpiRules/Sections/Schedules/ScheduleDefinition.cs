// A schedule as the author wrote it: a value turned into a number ("Schedules" in docs/format.md).
using System;
using KpiRules.Kernel;
using KpiRules.Source.Json;

namespace KpiRules.Sections.Schedules;

/// <remarks>
/// A form is one class: how it is read, what was written, and how that is lowered. <see cref="ScheduleForms"/> lists the forms.
/// </remarks>
internal abstract record ScheduleDefinition(JsonObject Json)
{
    /// <summary>Takes what it is made of from the lowering, gives what binds it: null after reporting a fault.</summary>
    public abstract Func<Operation?> Lower(ScheduleLowering lowering);
}
