// Takes a cell in two evaluations, gives what it looks at of facts, records and tables that is another for a subject.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Lookup;
using KpiRules.Results;

namespace KpiRules.Comparing;

internal sealed class LookedAt(PeriodEvaluation before, PeriodEvaluation after)
{
    /// <summary>The facts and lists of records; the cell has been worked out on both sides.</summary>
    public IEnumerable<InputChange> Facts(Operation was, Operation now, string subject)
    {
        var parts = was.WithParts().Concat(now.WithParts()).ToList();
        var (rowBefore, rowAfter) = (RowOf(before, subject), RowOf(after, subject));
        foreach (var input in parts.OfType<InputOperation>().Where(input => NameOf(input.Input) is not null).Distinct())
        {
            var (first, second) = (Value(before, input.Input, rowBefore), Value(after, input.Input, rowAfter));
            if (first != second)
                yield return new InputChange(
                    NameOf(input.Input)!, PeriodOf(input.Input.Lag), first, second, input.Unit.Text);
        }

        foreach (var records in parts.OfType<ILooksAtRecords>().Select(part => part.Records).Distinct())
        {
            if (!Same(RecordsOf(before, records), rowBefore, RecordsOf(after, records), rowAfter))
                yield return new InputChange(records.List.Name, PeriodOf(records.Lag), default, default, null);
        }
    }

    /// <summary>The tables whose rows are others: those of the ruleset, or those that came with the facts.</summary>
    public IEnumerable<InputChange> Tables(Operation was, Operation now)
    {
        var tables = now.WithParts().OfType<LookupOperation>().GroupBy(lookup => lookup.Table.Definition.Name)
            .ToDictionary(group => group.Key, group => group.First().Table);
        foreach (var table in was.WithParts().OfType<LookupOperation>().Select(lookup => lookup.Table).Distinct())
        {
            if (tables.TryGetValue(table.Definition.Name, out var other) && !Same(table, other))
                yield return new InputChange(table.Definition.Name, null, default, default, null);
        }
    }

    private bool Same(LookupTable one, LookupTable other)
    {
        if (one.Rows is null || other.Rows is null)
            return one.Rows is null && other.Rows is null && one.Else.SequenceEqual(other.Else)
                && ReferenceEquals(before.Frame.History?.Dataset.Tables, after.Frame.History?.Dataset.Tables);
        return one.Definition.Columns.SequenceEqual(other.Definition.Columns)
            && one.Else.SequenceEqual(other.Else)
            && one.Rows.Rows.Count == other.Rows.Rows.Count
            && one.Rows.Rows.Zip(other.Rows.Rows, (first, second) =>
                first.Keys.SequenceEqual(second.Keys) && first.Values.SequenceEqual(second.Values)).All(isSame => isSame);
    }

    private static string? NameOf(Input input) => input.Kind switch
    {
        InputKind.Fact => input.Window switch
        {
            TimeWindow.Year => $"ytd({input.Fact!.Name})",
            TimeWindow.Quarter => $"qtd({input.Fact!.Name})",
            TimeWindow.None => input.Fact!.Name,
        },
        InputKind.Target => input.Target!.Shown(input.Window),
        InputKind.Presence or InputKind.PeriodCount or InputKind.WindowStart or InputKind.HasBegun or InputKind.PlanProgress
            or InputKind.PlanClosed => null,
    };

    private Period? PeriodOf(Lag lag) => lag.IsNone ? null : lag.From(after.Period);

    private static int RowOf(PeriodEvaluation evaluation, string subject) => SubjectOrder.RowOf(evaluation.Subjects, subject);

    private static FactValue Value(PeriodEvaluation evaluation, Input input, int row) =>
        row >= 0 && evaluation.Sheet.TrySlotOf(input) is { } slot && evaluation.Frame.Columns[slot] is { } column
            ? column.Read(row)
            : default;

    private static RecordColumns? RecordsOf(PeriodEvaluation evaluation, RecordInput records) =>
        evaluation.Sheet.TrySlotOf(records) is { } slot ? evaluation.Frame.Records[slot] : null;

    private static bool Same(RecordColumns? one, int row, RecordColumns? other, int otherRow)
    {
        if (one is null || other is null || row < 0 || otherRow < 0)
            return one is null == other is null && row < 0 == otherRow < 0;
        if (one.CauseAt(row) is not null || other.CauseAt(otherRow) is not null)
            return one.CauseAt(row) is null == other.CauseAt(otherRow) is null;
        var ((start, end), (otherStart, otherEnd)) = (one.RangeOf(row), other.RangeOf(otherRow));
        return end - start == otherEnd - otherStart
            && one.Fields.Length == other.Fields.Length
            && one.Fields.Zip(other.Fields, (field, otherField) => Enumerable.Range(0, end - start)
                .All(record => field.Read(start + record) == otherField.Read(otherStart + record))).All(isSame => isSame);
    }
}
