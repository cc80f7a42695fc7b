// Gives every record input a place of its own; the same input has the same place.
using System.Collections.Generic;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class RecordSlots
{
    private readonly List<RecordInput> _inputs = [];
    private readonly Dictionary<RecordInput, int> _slots = [];

    public IReadOnlyList<RecordInput> All => _inputs;

    public int Of(RecordInput input)
    {
        if (!_slots.TryGetValue(input, out var slot))
        {
            _slots.Add(input, slot = _inputs.Count);
            _inputs.Add(input);
        }

        return slot;
    }
}
