// Takes the records that say what a line had deferred, gives the parts by subject; what cannot be used is reported, and holds the line.
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class OpeningReader(Dataset facts, ReleaseCells release, PeriodCalendar calendar, List<DataIssue> issues)
{
    private readonly Period _period = calendar.Period;
    private readonly RecordTable _table = facts.RecordsOf(release.Given.Name, calendar.Period);

    public IEnumerable<(string Subject, IReadOnlyList<CarriedPart> Parts)> Read()
    {
        foreach (var subject in _table.Subjects)
        {
            var (start, count) = _table.RangeOf(subject);
            var parts = Enumerable.Range(start, count).Select(row => Read(subject, row, row - start + 1)).ToList();
            foreach (var twice in parts.Where(part => part is { Number: not null, Fault: null })
                .GroupBy(part => (part.Earned, part.Number)).Where(group => group.Count() > 1).ToList())
            {
                issues.Add(DataIssues.OpeningTwice(subject, _period, release.Given.Name, twice.Key.Number!.Value, twice.Key.Earned!.Value));
                foreach (var part in twice)
                    parts[parts.IndexOf(part)] = part with { Fault = Unreadable(parts.IndexOf(part) + 1) };
            }

            var open = parts.Where(part => part.IsOpen(_period)).OrderBy(part => part.Earned).ThenBy(part => part.Number).ToList();
            if (open.Count > 0)
                yield return (subject, open);
        }
    }

    private CarriedPart Read(string subject, int row, int number)
    {
        var (earned, until) = (PeriodAt(Opening.Earned), PeriodAt(Opening.Until));
        var (part, due, amount) = (Value(Opening.Part), PeriodAt(Opening.Due), Value(Opening.Amount));
        // nothing but that something may have been deferred is known of it
        var isUnknown = part.Kind is null && amount.Kind is null && Value(Opening.Due).Kind is null;
        var fault = Fault();
        if (fault is not null)
            issues.Add(fault);
        return new CarriedPart(
            earned,
            part.Number is >= 1 and <= int.MaxValue and var which && decimal.Truncate(which) == which ? (int)which : null,
            due,
            until,
            amount.Number,
            fault is null ? null : Unreadable(number));

        DataIssue? Fault() =>
            earned is null ? Bad(Opening.Earned)
            : until is null ? Bad(Opening.Until)
            : earned.Value.Since(_period) >= 0 ? DataIssues.OpeningNotEarlier(subject, _period, release.Given.Name, number, earned.Value)
            : isUnknown ? null
            : part.Number is null ? Bad(Opening.Part)
            : !release.Parts.Select((_, i) => (decimal)(i + 1)).Contains(part.Number.Value)
                ? DataIssues.OpeningOfNoPart(subject, _period, release.Given.Name, number, part.Number.Value, release.Parts.Count)
            : due is null ? Bad(Opening.Due)
            : due.Value.Since(earned.Value) < 0 || until.Value.Since(due.Value) < 0
                ? DataIssues.OpeningOutOfOrder(subject, _period, release.Given.Name, number)
            : amount.Kind is not null and not ValueKind.Number ? Bad(Opening.Amount)
            : amount.Number is { } fine && decimal.Round(fine, release.Decimals) != fine
                ? DataIssues.OpeningTooFine(subject, _period, release.Given.Name, number, fine, release.Decimals)
            : null;

        DataIssue Bad(string field) => DataIssues.OpeningUnreadable(
            subject, _period, release.Given.Name, number, field, Value(field), isPeriod: field is not (Opening.Part or Opening.Amount));

        Period? PeriodAt(string field) =>
            PeriodText.Read(Value(field).ToString(), day => Period.Containing(_period.Kind, day, calendar.FiscalYearStart)) is { } read
                && read.Kind == _period.Kind && read.IsFiscal == _period.IsFiscal
                ? read
                : null;

        FactValue Value(string field) =>
            _table.ColumnsOf(field).Where(column => column.IsPresent(row)).Select(column => column[row]).FirstOrDefault();
    }

    private NotAvailable Unreadable(int number) =>
        new(CauseKind.PartUnreadable, release.Given.Name, number.ToString(CultureInfo.InvariantCulture));
}
