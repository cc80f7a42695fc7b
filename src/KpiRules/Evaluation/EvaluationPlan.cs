// A sheet made ready to run, once for all evaluations: programs in order, and the slot of every input and cell.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.Evaluation;

internal sealed class EvaluationPlan
{
    private readonly Dictionary<string, int> _cells = [];
    private readonly int[] _counts = new int[(int)ValueKind.Date + 1];

    public EvaluationPlan(CellSheet sheet)
    {
        FactsByName = sheet.Facts.ToDictionary(fact => fact.Name);
        for (var i = 0; i < sheet.Cells.Count; i++)
            _cells.Add(sheet.Cells[i].Name, i);
        var inputs = new InputSlots(sheet.Cells.Count);
        Programs = new CellProgram[sheet.Cells.Count];
        for (var i = 0; i < Programs.Length; i++)
            AddProgram(sheet.Cells[i], i, inputs);

        // facts that no formula uses are looked at too, for what may be wrong with them
        foreach (var fact in sheet.Facts.Where(fact => !inputs.HasPlain(fact)))
            inputs.Of(Input.Of(fact));
        Inputs = inputs.All.ToArray();
        NeedsHistory = Inputs.Any(slot => !slot.Input.Lag.IsNone || slot.Input.Window != TimeWindow.None);
        NeedsHistory |= Inputs.Any(slot => slot.Input.Kind == InputKind.Presence);
        NeedsOthers = Programs.Any(program => program.Cell.Expression is GroupExpression { Presence.Input.Lag.IsNone: false });
        BatchPrograms = Programs.Where(program => !program.Cell.IsOnDemand).ToArray();
        foreach (var kind in Inputs.Select(slot => slot.Input.ValueKind).Concat(BatchPrograms.Select(program => program.Cell.Kind)))
            _counts[(int)kind]++;
    }

    public InputSlot[] Inputs { get; }

    /// <summary>Whether anything looks beyond the period, or beyond the subject, evaluated.</summary>
    public bool NeedsHistory { get; }

    /// <summary>Whether anything looks at subjects who may have no facts in the period evaluated any more.</summary>
    public bool NeedsOthers { get; }

    public IReadOnlyDictionary<string, FactDefinition> FactsByName { get; }

    public CellProgram[] Programs { get; }

    /// <summary>The programs that every evaluation runs: all but those worked out on demand.</summary>
    public CellProgram[] BatchPrograms { get; }

    public int SlotCount => Inputs.Length + Programs.Length;

    /// <summary>How many inputs and cells are of a type.</summary>
    public int CountOf(ValueKind kind) => _counts[(int)kind];

    public CellProgram? ProgramOf(string cell) => _cells.TryGetValue(cell, out var slot) ? Programs[slot] : null;

    public DataIssue UnusableFact(string name) => DataIssues.Unusable(name, () => ClosestName.Find(name, FactsByName.Keys));

    private void AddProgram(Cell cell, int slot, InputSlots inputs) => DeepStack.Run(cell.Nesting, () =>
        Programs[slot] = CellProgram.Of(cell, slot, new NodeBuilder(_cells, inputs, cell.Name)));
}
