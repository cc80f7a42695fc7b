// A cell as a time function sees it: further back, or over a stretch of time.
using KpiRules.Facts;

namespace KpiRules.Cells;

/// <param name="Combine">How every fact below is combined; null: each in its own way.</param>
internal sealed record CellView(string Cell, Lag Lag, TimeWindow Window, Combine? Combine)
{
    public bool IsPlain => Lag.IsNone && Window == TimeWindow.None && Combine is null;

    /// <summary>A name that no author can write, for an id holds no colon.</summary>
    public string Name => IsPlain ? Cell : $"{Cell}:{Lag}:{Window}:{Combine}";

    public string Shown(string cell) => Window switch
    {
        TimeWindow.Year => $"ytd({cell})",
        TimeWindow.Quarter => $"qtd({cell})",
        _ => cell,
    };
}
