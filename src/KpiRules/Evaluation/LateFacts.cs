// Gives facts after an evaluation: from its history, or from a subject as it was then.
using System;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <remarks>What is odd in the facts of earlier periods is an issue of those periods, and not reported again.</remarks>
internal sealed class LateDatasetFacts(SheetProgram sheet, FactHistory history, Debts? debts, bool missingIsZero, PeriodTargets targets)
    : ILateFacts
{
    public Column Bind(InputSlot slot)
    {
        var column = Column.Create(slot.Input.ValueKind, history.Subjects.Count);
        new DatasetBinder(sheet, history, debts, missingIsZero, targets, new DatedAttributes(history, []), []).Fill(slot, column);
        return column;
    }

    public RecordColumns Bind(RecordInput input) => sheet.ReleaseOf(input) is { } release
        ? OpeningRows.NotKnown(release, history.Subjects.Count)
        : new RecordBinder(history, history.Dataset, new DatedAttributes(history, []), []).Bind(input);
}

/// <summary>A host may change the subject later; what is read later is of what it was.</summary>
internal sealed class LateSubjectFacts : ILateFacts
{
    private readonly Lazy<LateDatasetFacts> _facts;

    public LateSubjectFacts(SheetProgram sheet, PeriodCalendar calendar, bool missingIsZero, Subject subject)
    {
        var given = subject.ToArray();
        _facts = new Lazy<LateDatasetFacts>(() =>
        {
            var history = new FactHistory(
                Dataset.Build(builder => builder.Add(subject.Id, calendar.Period, given)), calendar, withOthers: false);
            return new LateDatasetFacts(sheet, history, null, missingIsZero, new PeriodTargets(sheet, history, missingIsZero));
        });
    }

    public Column Bind(InputSlot slot) => _facts.Value.Bind(slot);

    public RecordColumns Bind(RecordInput input) => _facts.Value.Bind(input);
}
