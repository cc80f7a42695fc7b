// Runs a sheet over facts: one column after another, each over all subjects.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal static class Evaluator
{
    /// <summary>The finished columns, and all else that nodes look at.</summary>
    public static EvaluatedFrame Evaluate(
        SheetProgram sheet, PeriodCalendar calendar, bool missingIsZero, Subject subject, List<DataIssue> issues)
    {
        if (sheet.NeedsHistory || (calendar.IsLonger && sheet.HasTargetsOfLonger))
        {
            var dataset = Dataset.Build(builder => builder.Add(subject.Id, calendar.Period, subject));
            issues.AddRange(dataset.Issues);
            return Evaluate(
                sheet, new FactHistory(dataset, calendar, sheet.NeedsOthers), null, missingIsZero, issues, CancellationToken.None);
        }

        var columns = new Column[sheet.SlotCount];
        var store = new ColumnStore(sheet, 1);
        new SubjectBinder(sheet, calendar, missingIsZero, issues).Bind(subject, columns, store);
        var late = sheet.HasLateFacts ? new LateSubjectFacts(sheet, calendar, missingIsZero, subject) : null;
        var frame = Run(
            sheet,
            new EvaluatedFrame(columns, calendar, [subject.Id], 1, new RecordColumns[sheet.Records.Count]) { LateFacts = late },
            store,
            issues,
            CancellationToken.None);
        LineIssues.Report(sheet, frame, issues);
        return frame;
    }

    /// <summary>The finished columns, and all else that nodes look at.</summary>
    /// <param name="debts">What was carried from the period before; null for nothing.</param>
    public static EvaluatedFrame Evaluate(
        SheetProgram sheet, FactHistory history, Debts? debts, bool missingIsZero, List<DataIssue> issues, CancellationToken cancellation)
    {
        var columns = new Column[sheet.SlotCount];
        var store = new ColumnStore(sheet, history.Subjects.Count);
        var targets = new PeriodTargets(sheet, history, missingIsZero);
        new DatasetBinder(sheet, history, debts, missingIsZero, targets, issues).Bind(columns, store, cancellation);
        var recordBinder = new RecordBinder(history, history.Dataset, issues);
        recordBinder.ReportUnusable(sheet.Lists);
        FinerFacts.Report(sheet, history, issues);
        var records = sheet.Records.Select(input => sheet.Needs.EagerRecords.Contains(input) ? recordBinder.Bind(input) : null!).ToArray();
        var late = sheet.HasLateFacts ? new LateDatasetFacts(sheet, history, debts, missingIsZero, targets) : null;
        var frame = Run(
            sheet,
            new EvaluatedFrame(columns, history.Calendar, history.Subjects, history.Evaluated.Count, records)
            {
                History = history,
                LateFacts = late,
                Targets = targets
            },
            store,
            issues,
            cancellation);
        LineIssues.Report(sheet, frame, issues);
        return frame;
    }

    private static EvaluatedFrame Run(
        SheetProgram sheet, EvaluatedFrame frame, ColumnStore store, List<DataIssue> issues, CancellationToken cancellation)
    {
        foreach (var program in sheet.BatchPrograms)
            frame.Columns[program.Slot] = store.Create(program.Cell.Kind);
        if (sheet.Runner is { } runner)
        {
            runner.Run(sheet, frame, issues, cancellation);
            return frame;
        }

        foreach (var program in sheet.BatchPrograms)
        {
            cancellation.ThrowIfCancellationRequested();
            program.Run(frame, frame.Subjects.Count);
        }

        return frame;
    }
}
