// A sheet made ready to run, once for all evaluations: programs in order, and the slot of every fact and cell.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.Evaluation;

internal sealed class EvaluationPlan
{
    private readonly Dictionary<(string Name, bool IsCell), int> _slots = [];

    private readonly int[] _counts = new int[(int)ValueKind.Date + 1];

    public EvaluationPlan(CellSheet sheet)
    {
        Facts = sheet.Facts.Select((fact, slot) => new FactSlot(fact, slot)).ToArray();
        foreach (var fact in Facts)
            _slots.Add((fact.Definition.Name, false), fact.Slot);
        Programs = new CellProgram[sheet.Cells.Count];
        for (var i = 0; i < Programs.Length; i++)
        {
            var cell = sheet.Cells[i];
            var slot = Facts.Length + i;
            AddProgram(cell, slot);
            _slots.Add((cell.Name, true), slot);
        }

        BatchPrograms = Programs.Where(program => !program.Cell.IsOnDemand).ToArray();
        foreach (var kind in Facts.Select(fact => fact.Definition.Kind).Concat(BatchPrograms.Select(program => program.Cell.Kind)))
            _counts[(int)kind]++;
        FactsByName = Facts.ToDictionary(fact => fact.Definition.Name);
    }

    public FactSlot[] Facts { get; }

    public IReadOnlyDictionary<string, FactSlot> FactsByName { get; }

    public CellProgram[] Programs { get; }

    /// <summary>The programs that every evaluation runs: all but those worked out on demand.</summary>
    public CellProgram[] BatchPrograms { get; }

    public int SlotCount => Facts.Length + Programs.Length;

    /// <summary>How many facts and cells are of a type.</summary>
    public int CountOf(ValueKind kind) => _counts[(int)kind];

    public CellProgram? ProgramOf(string cell) => _slots.TryGetValue((cell, true), out var slot) ? Programs[slot - Facts.Length] : null;

    private void AddProgram(Cell cell, int slot) => DeepStack.Run(cell.Nesting, () =>
        Programs[slot - Facts.Length] = CellProgram.Of(cell, slot, new NodeBuilder(_slots, cell.Name).Build(cell.Expression)));
}
