// What programs that look across subjects remember of it, for whoever explains a result later.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace KpiRules.Evaluation.Frames;

internal sealed class FrameNotes
{
    private readonly ConcurrentDictionary<int, Func<int, IReadOnlyList<TraceStep>>> _bySlot = [];

    /// <summary>Keeps a way to tell of a cell, by row.</summary>
    public void Keep(int slot, Func<int, IReadOnlyList<TraceStep>> tell) => _bySlot[slot] = tell;

    public IReadOnlyList<TraceStep> Of(int slot, int row) => _bySlot.TryGetValue(slot, out var tell) ? tell(row) : [];
}
