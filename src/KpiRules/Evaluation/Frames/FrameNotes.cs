// What programs that look across subjects remember of it, for whoever explains a result later.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace KpiRules.Evaluation.Frames;

internal sealed class FrameNotes
{
    private readonly ConcurrentDictionary<int, Func<int, IReadOnlyList<TraceStep>>> _bySlot = [];

    private readonly ConcurrentDictionary<int, object> _once = [];

    /// <summary>What several programs stand on: made by the first, for all of them.</summary>
    /// <param name="slot">The column that only they share.</param>
    public T Once<T>(int slot, Func<T> make)
        where T : class => (T)_once.GetOrAdd(slot, _ => make());

    /// <summary>Keeps a way to tell of a cell, by row.</summary>
    public void Keep(int slot, Func<int, IReadOnlyList<TraceStep>> tell) => _bySlot[slot] = tell;

    public IReadOnlyList<TraceStep> Of(int slot, int row) => _bySlot.TryGetValue(slot, out var tell) ? tell(row) : [];
}
