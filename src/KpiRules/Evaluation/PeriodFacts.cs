// The facts of one period for the subjects of an evaluation: as given, or made of those of the shorter periods in it.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class PeriodFacts(FactHistory history, Period period, FactTable table)
{
    private readonly int[]? _rows = history.RowsIn(table);
    private IReadOnlyList<IReadOnlyList<PeriodFacts>>? _parts;

    public Period Period => period;

    public FactTable Table => table;

    /// <summary>The first day for what lies before or after what.</summary>
    public int StartDay { get; } = period.StartDayNumber(history.FiscalYearStart);

    /// <summary>The last day for what lies before or after what.</summary>
    public int EndDay { get; } = period.AnchorDayNumber(history.FiscalYearStart);

    public NotAvailable NoFacts { get; } = new(CauseKind.NoFacts, period.ToString());

    /// <summary>The shorter periods that make this one up, by kind, the longest first.</summary>
    public IReadOnlyList<IReadOnlyList<PeriodFacts>> Parts =>
        _parts ??= history.Kinds.Select(kind => history.PartsOf(period, kind)).Where(parts => parts.Count > 0).ToArray();

    /// <summary>The subject's row in the table, or -1.</summary>
    public int RowOf(int row) => _rows is null ? row : _rows[row];

    /// <summary>Whether the subject has any facts in the period or a part of it.</summary>
    public bool Has(int row) => HasOwn(row) || Parts.Any(parts => parts.Any(part => part.HasOwn(row)));

    /// <summary>Whether the subject has any facts for the period itself.</summary>
    public bool HasOwn(int row) => table.HasFacts(RowOf(row));

    /// <summary>Whether the fact was given for the period itself, be it in a way that could not be used.</summary>
    public bool WasGiven(int row, FactDefinition fact)
    {
        var own = RowOf(row);
        return own >= 0 && (table.ValueOf(own, fact).Kind is not null || table.IsUnusable(table.Subjects[own], fact.Name));
    }

    /// <summary>
    /// The parts from which a fact of the subject is made, where the period itself does not give it: those that give it, else,
    /// for a subject of whom the period itself says nothing, those that say anything but records; null for none.
    /// </summary>
    public IReadOnlyList<PeriodFacts>? PartsFor(int row, FactDefinition fact) =>
        Parts.FirstOrDefault(parts => parts.Any(part => part.WasGiven(row, fact)))
        ?? (HasOwn(row)
            ? null
            : Parts.FirstOrDefault(parts => parts.Any(part => part.RowOf(row) >= 0 && part.Table.HasValues(part.RowOf(row)))));
}
