// A sheet made ready to run, once for all evaluations: programs in order, and the slot of every input and cell.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Lookup;

namespace KpiRules.Evaluation;

internal sealed class SheetProgram
{
    private readonly Dictionary<string, int> _cells = [];
    private readonly Dictionary<Input, InputSlot> _slots;
    private readonly Dictionary<RecordInput, int> _records;
    private readonly Lazy<ComparedNumbers> _compared;
    private readonly int[] _counts = new int[(int)ValueKind.Date + 1];

    public SheetProgram(CellSheet sheet)
        : this(sheet, sheet.Facts)
    {
    }

    /// <param name="lookedAt">The facts that have a column even where no formula uses them.</param>
    public SheetProgram(CellSheet sheet, IReadOnlyList<FactDefinition> lookedAt)
    {
        FactsByName = sheet.Facts.ToDictionary(fact => fact.Name);
        _compared = new Lazy<ComparedNumbers>(() => new ComparedNumbers(sheet.Cells.Select(cell => cell.Operation)));
        for (var i = 0; i < sheet.Cells.Count; i++)
            _cells.Add(sheet.Cells[i].Name, i);
        var (inputs, records) = (new InputSlots(sheet.Cells.Count), new RecordSlots());
        Programs = new CellProgram[sheet.Cells.Count];
        CellNeeds? needs = null;
        CellProgram[] fallible = [];
        DeepStack.Run(sheet.Cells.Select(cell => cell.Nesting).DefaultIfEmpty().Max(), () =>
        {
            needs = new CellNeeds(sheet.Cells, _cells);
            for (var i = 0; i < Programs.Length; i++)
                Programs[i] = CellProgram.Of(sheet.Cells[i], i, new NodeBuilder(_cells, inputs, records, sheet.Cells[i].Shown));
            fallible = Programs.Where(program => needs.IsEager(program.Slot) && LineIssues.CanArise(program.Cell.Operation)).ToArray();
        });

        // facts that no formula uses are looked at too, for what may be wrong with them
        foreach (var fact in lookedAt.Where(fact => !inputs.HasPlain(fact)))
            inputs.Of(Input.Of(fact));
        Inputs = inputs.All.ToArray();
        Needs = needs!;
        EagerInputs = Inputs.Where(slot => slot.Input.IsPlain || Needs.EagerInputs.Contains(slot.Input)).ToArray();
        _slots = Inputs.ToDictionary(slot => slot.Input);
        _records = records.All.ToDictionary(input => input, records.Of);
        NeedsHistory = EagerInputs.Any(slot => !slot.Input.Lag.IsNone || slot.Input.Window != TimeWindow.None);
        Dated = sheet.Facts.Where(fact => fact.IsAsOfRecord).Select(fact => fact.Name).ToList();
        (Lists, Records, Debts, Releases, Tables) = (sheet.Records, records.All, sheet.Debts, sheet.Releases, sheet.Tables);
        // like facts, they are looked at for what may be wrong with them
        ListsOfOtherPeriods = Records.Where(input => ReleaseOf(input) is null).Select(input => RecordInput.Of(input.List)).Distinct()
            .Where(input => !Records.Contains(input)).ToList();
        NeedsHistory |= Needs.EagerRecords.Count > 0 || Debts.Count > 0 || EagerInputs.Any(slot => slot.Input.Kind == InputKind.Presence);
        NeedsOthers = Programs.Any(program => program.Cell.Operation is AcrossOperation { Back.IsNone: false });
        HasTargetsOfLonger = EagerInputs.Any(slot => slot.Input is { Target: not null, IsOfLonger: true });
        LooksAcross = Programs.Any(program => program.Cell.Operation is AcrossOperation);
        BatchPrograms = Programs.Where(program => Needs.IsEager(program.Slot)).ToArray();
        FalliblePrograms = fallible;
        foreach (var kind in EagerInputs.Select(slot => slot.Input.ValueKind).Concat(BatchPrograms.Select(program => program.Cell.Kind)))
            _counts[(int)kind]++;
    }

    /// <summary>A sheet for another engine: nothing waits, for the engine works out all cells of a subject together.</summary>
    public static SheetProgram RunBy(ICellRunner runner, CellSheet sheet)
    {
        var known = new HashSet<string>(runner.Cells.Select(cell => cell.Name));
        // what only other periods are asked for is no work of the runner's
        var cells = runner.Cells.Select(cell => cell with { IsOnDemand = false })
            .Concat(sheet.Cells.Where(cell => !known.Contains(cell.Name))).ToList();
        var all = new CellSheet(cells, sheet.Facts, sheet.Records, sheet.Debts) { Releases = sheet.Releases, Tables = sheet.Tables };
        return new SheetProgram(all) { Runner = runner };
    }

    /// <summary>What works out the cells; null for the programs.</summary>
    public ICellRunner? Runner { get; private init; }

    private InputSlot[] Inputs { get; }

    /// <summary>The names of the attributes that count as of a record's day.</summary>
    public IReadOnlyList<string> Dated { get; }

    /// <summary>What every evaluation looks up in the facts.</summary>
    public InputSlot[] EagerInputs { get; }

    /// <summary>What each cell needs, and which wait until somebody reads them.</summary>
    public CellNeeds Needs { get; }

    /// <summary>The lists of records there may be.</summary>
    public IReadOnlyList<RecordDefinition> Lists { get; }

    /// <summary>The tables that formulas may look up.</summary>
    public IReadOnlyList<LookupTable> Tables { get; }

    /// <summary>What is carried from period to period.</summary>
    public IReadOnlyList<DebtDefinition> Debts { get; }

    /// <summary>What lines defer from period to period.</summary>
    public IReadOnlyList<ReleaseCells> Releases { get; }

    /// <summary>The records that functions look at, by slot.</summary>
    public IReadOnlyList<RecordInput> Records { get; }

    /// <summary>The records of the period itself of which only those of others are read.</summary>
    public IReadOnlyList<RecordInput> ListsOfOtherPeriods { get; }

    /// <summary>Whether anything looks beyond the period, or beyond the subject, evaluated.</summary>
    public bool NeedsHistory { get; }

    /// <summary>Whether anything looks at subjects who may have no facts in the period evaluated any more.</summary>
    public bool NeedsOthers { get; }

    /// <summary>Whether a longer period asks for the targets of its parts.</summary>
    public bool HasTargetsOfLonger { get; }

    /// <summary>Whether anything looks at other subjects.</summary>
    public bool LooksAcross { get; }

    public IReadOnlyDictionary<string, FactDefinition> FactsByName { get; }

    /// <summary>What formulas compare with what; found when first something is shown.</summary>
    public ComparedNumbers Compared => _compared.Value;

    public CellProgram[] Programs { get; }

    /// <summary>The programs that every evaluation runs: all but those that wait until somebody reads them.</summary>
    public CellProgram[] BatchPrograms { get; }

    /// <summary>The programs whose results may be an issue of the facts.</summary>
    public CellProgram[] FalliblePrograms { get; }

    /// <summary>Whether anything waits with facts of its own.</summary>
    public bool HasLateFacts => EagerInputs.Length < Inputs.Length || Needs.EagerRecords.Count < Records.Count;

    public int SlotCount => Inputs.Length + Programs.Length;

    /// <summary>Where a fact of the period itself stands, be it used by a formula or not.</summary>
    public int SlotOf(FactDefinition fact) => _slots[Input.Of(fact)].Slot;

    public int SlotOf(Input input) => _slots[input].Slot;

    /// <summary>Null for what nothing looks at.</summary>
    public int? TrySlotOf(Input input) => _slots.TryGetValue(input, out var slot) ? slot.Slot : null;

    /// <summary>Null for what nothing looks at.</summary>
    public int? TrySlotOf(RecordInput input) => _records.TryGetValue(input, out var slot) ? slot : null;

    public InputSlot InputOf(Input input) => _slots[input];

    public int SlotOf(RecordInput input) => _records[input];

    /// <summary>How many inputs and cells are of a type.</summary>
    public int CountOf(ValueKind kind) => _counts[(int)kind];

    /// <summary>The line whose deferred parts are looked at; null for records of the facts.</summary>
    public ReleaseCells? ReleaseOf(RecordInput input) => Releases.FirstOrDefault(release => ReferenceEquals(release.Opening, input.List));

    public CellProgram? ProgramOf(string cell) => _cells.TryGetValue(cell, out var slot) ? Programs[slot] : null;

    public DataIssue UnusableFact(string name) => DataIssues.Unusable(name, () => ClosestName.Find(name, FactsByName.Keys));
}
