// Which rows of a table hold where a node looks a value up: the ruleset's own, or those of a period.
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Lookup;

namespace KpiRules.Evaluation.Nodes;

/// <param name="records">The slot of the records of which one is looked at; -1 outside of records.</param>
/// <param name="lag">How far back the rows are looked for outside of records.</param>
internal sealed class LookupRows(LookupTable table, int records, Lag lag)
{
    /// <summary>Null where no rows hold.</summary>
    public RowIndex? In(Frame frame) =>
        table.Rows ?? (PeriodIn(frame) is { } period ? frame.Tables?.RowsFor(table, period)?.Rows : null);

    public NotAvailable NoneIn(Frame frame) =>
        new(CauseKind.NoRows, table.Definition.Name, (PeriodIn(frame) ?? frame.Calendar.Period).ToString());

    /// <summary>The cause, with the period whose rows were searched where that is another than the frame's.</summary>
    public NotAvailable Marked(Frame frame, NotAvailable cause) =>
        table.Rows is null && PeriodIn(frame) is { } period && period != frame.Calendar.Period ? cause with { Period = period } : cause;

    private Period? PeriodIn(Frame frame) =>
        records >= 0 ? frame.Records[records].PeriodOf(frame.Record) : lag.From(frame.Calendar.Period);
}
