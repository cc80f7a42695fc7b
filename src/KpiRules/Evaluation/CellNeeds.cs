// What each cell needs, and which cells every evaluation works out; the others wait until somebody reads them.
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <remarks>
/// Few read what is of interest only for a while, or looks far back, such as warnings: a payroll pays nothing for them. What
/// only such cells need waits too.
/// </remarks>
internal sealed class CellNeeds
{
    private readonly ConcurrentDictionary<int, FactsLookedAt> _factsOfTargets = [];
    private readonly IReadOnlyDictionary<string, int> _slots;
    private readonly Uses[] _uses;
    private readonly bool[] _isEager;
    private readonly bool[] _isAlone;

    /// <param name="cells">Each behind all it depends on.</param>
    /// <param name="slots">The place of every cell, by name.</param>
    public CellNeeds(IReadOnlyList<Cell> cells, IReadOnlyDictionary<string, int> slots)
    {
        _slots = slots;
        _uses = cells.Select(cell => Uses.Of(cell.Operation, slots)).ToArray();
        _isEager = cells.Select(cell => !cell.IsOnDemand && !cell.IsInternal).ToArray();
        for (var i = cells.Count - 1; i >= 0; i--)
        {
            foreach (var used in _isEager[i] ? _uses[i].Cells : [])
                _isEager[used] = true;
        }

        var eager = Enumerable.Range(0, cells.Count).Where(i => _isEager[i]).ToList();
        EagerInputs = new HashSet<Input>(eager.SelectMany(i => _uses[i].Inputs));
        EagerRecords = new HashSet<RecordInput>(eager.SelectMany(i => _uses[i].Records));
        _isAlone = _uses.Select((uses, i) => !LooksAcross(cells[i].Operation)
            && uses.Cells.All(used => _isEager[used])
            && uses.Inputs.All(input => input.IsPlain || EagerInputs.Contains(input)) && uses.Records.All(EagerRecords.Contains)).ToArray();
    }

    public HashSet<Input> EagerInputs { get; }

    public HashSet<RecordInput> EagerRecords { get; }

    /// <summary>Whether a cell that waits needs nothing else that does: it is worked out for one subject at a time.</summary>
    public bool IsAlone(int cell) => _isAlone[cell];

    public bool IsEager(int cell) => _isEager[cell];

    /// <summary>What looks at all subjects is worked out for all of them or not at all.</summary>
    private static bool LooksAcross(Operation expression) => expression is AcrossOperation;

    /// <summary>
    /// All cells that are still to be worked out and that one needs, itself included, in order; and all that these need of the
    /// facts.
    /// </summary>
    public (IReadOnlyList<int> Cells, IReadOnlyList<Input> Inputs, IReadOnlyList<RecordInput> Records) Waiting(
        int cell, Func<int, bool> waits)
    {
        var needed = new SortedSet<int> { cell };
        var open = new Stack<int>(needed);
        while (open.Count > 0)
        {
            foreach (var used in _uses[open.Pop()].Cells.Where(used => waits(used) && needed.Add(used)))
                open.Push(used);
        }

        return (
            needed.ToList(),
            needed.SelectMany(one => _uses[one].Inputs).Distinct().ToList(),
            needed.SelectMany(one => _uses[one].Records).Distinct().ToList());
    }

    /// <summary>What a cell looks at of the facts, directly or through others, of its period or another.</summary>
    public FactsLookedAt FactsOf(int cell) => _factsOfTargets.GetOrAdd(cell, FindFacts);

    private FactsLookedAt FindFacts(int cell)
    {
        var needed = new HashSet<int> { cell };
        var open = new Stack<int>(needed);
        while (open.Count > 0)
        {
            var uses = _uses[open.Pop()];
            foreach (var used in uses.Cells.Concat(
                uses.Inputs.Where(input => input.Target is not null).Select(input => _slots[input.Target!.Cell]))
                .Where(needed.Add))
                open.Push(used);
        }

        var inputs = needed.SelectMany(one => _uses[one].Inputs).ToList();
        var facts = inputs.Where(input => input.IsFact).Select(input => input.Fact!).Distinct().ToList();
        var lists = needed.SelectMany(one => _uses[one].Records).Select(records => records.List).Distinct().ToList();
        var measures = facts.Where(fact => fact.Role != FactRole.Attribute).ToList();
        return new FactsLookedAt(
            measures,
            facts.Where(fact => fact.Role == FactRole.Attribute).ToList(),
            lists,
            measures.Count + lists.Count > 0 || inputs.Any(input => input.Kind == InputKind.Presence));
    }

    private sealed record Uses(IReadOnlyList<int> Cells, IReadOnlyList<Input> Inputs, IReadOnlyList<RecordInput> Records)
    {
        public static Uses Of(Operation expression, IReadOnlyDictionary<string, int> slots)
        {
            List<int>? cells = null;
            List<Input>? inputs = null;
            List<RecordInput>? records = null;
            Visit(expression);
            return new Uses(
                (IReadOnlyList<int>?)cells ?? [], (IReadOnlyList<Input>?)inputs ?? [], (IReadOnlyList<RecordInput>?)records ?? []);

            void Visit(Operation part)
            {
                if (part is CellOperation cell)
                    (cells ??= []).Add(slots[cell.Cell]);
                else if (part is InputOperation input)
                    (inputs ??= []).Add(input.Input);
                else if (part is ILooksAtRecords looks)
                    (records ??= []).Add(looks.Records);
                foreach (var inner in part.Parts())
                    Visit(inner);
            }
        }
    }
}
