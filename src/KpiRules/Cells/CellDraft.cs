// A cell whose names are not yet bound: known by name and type, so that others can refer to it.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Source;

namespace KpiRules.Cells;

/// <param name="Place">Where the author wrote it, for messages about the cell as a whole.</param>
/// <param name="Formula">What gives the cell its value.</param>
/// <param name="OfRunningPeriod">Of interest only while the period runs.</param>
/// <param name="IsOnDemand">Worked out when somebody reads it, unless another cell needs it.</param>
/// <param name="Label">What to call it in a cause, where that is not its name; null for its name.</param>
internal sealed record CellDraft(
    CellKey Key,
    ValueKind Kind,
    SourcePlace Place,
    DraftFormula Formula,
    bool IsInternal = false,
    bool OfRunningPeriod = false,
    bool IsOnDemand = false,
    string? Label = null)
{
    public string Name => Key.Name;

    /// <summary>All the texts it can be; null where any may come, and for a cell of another type.</summary>
    public IReadOnlyList<string>? Texts { get; init; }

    /// <summary>The bound expression; null until bound, and after a fault.</summary>
    public Operation? Operation { get; set; }
}

/// <param name="Names">The names it depends on; those that are no cells do not matter.</param>
/// <param name="Bind">Gives the expression once all cells among the names are bound; null after reporting a fault.</param>
internal sealed record DraftFormula(IReadOnlyList<string> Names, int Nesting, Func<Operation?> Bind);
