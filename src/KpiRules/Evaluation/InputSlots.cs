// Gives every input a column of its own, behind those of the cells; the same input has the same column.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

internal sealed class InputSlots(int first)
{
    private readonly Dictionary<Input, InputSlot> _slots = [];
    private readonly HashSet<FactDefinition> _plain = [];

    public IEnumerable<InputSlot> All => _slots.Values.OrderBy(slot => slot.Slot);

    public int Of(Input input)
    {
        if (!_slots.TryGetValue(input, out var slot))
        {
            _slots.Add(input, slot = new InputSlot(input, first + _slots.Count));
            if (input is { IsPlain: true, Fact: { } fact })
                _plain.Add(fact);
        }

        return slot.Slot;
    }

    public bool HasPlain(FactDefinition fact) => _plain.Contains(fact);
}
