// Runs a sheet over facts: one column after another, each over all subjects.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

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
                sheet, dataset, calendar, Carried.Nothing, missingIsZero, issues, CancellationToken.None).Frame;
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

    /// <summary>The finished columns, and all else that nodes look at; and what is carried into the next period.</summary>
    /// <param name="carried">What was carried from the period before.</param>
    public static (EvaluatedFrame Frame, Carried Carried) Evaluate(
        SheetProgram sheet, Dataset facts, PeriodCalendar calendar, Carried carried, bool missingIsZero, List<DataIssue> issues,
        CancellationToken cancellationToken)
    {
        var deferrals = carried.Deferrals ?? Deferrals.Given(sheet, facts, calendar, issues);
        deferrals?.ReportUnused(calendar.Period, issues);
        var history = new FactHistory(
            facts, calendar, sheet.NeedsOthers, sheet.Dated, null,
            deferrals?.Subjects ?? (sheet.Releases.Count > 0 ? Array.Empty<string>() : null));
        var frame = Evaluate(sheet, history, carried.Debts, deferrals, missingIsZero, issues, cancellationToken);
        return (frame, new Carried(Debts.After(sheet, frame, carried.Debts), deferrals?.After(sheet, frame)));
    }

    /// <summary>The finished columns, and all else that nodes look at.</summary>
    /// <param name="debts">What was carried from the period before; null for nothing.</param>
    /// <param name="deferrals">What lines have deferred; null where nobody knows.</param>
    public static EvaluatedFrame Evaluate(
        SheetProgram sheet, FactHistory history, Debts? debts, Deferrals? deferrals, bool missingIsZero, List<DataIssue> issues,
        CancellationToken cancellationToken)
    {
        var columns = new Column[sheet.SlotCount];
        var store = new ColumnStore(sheet, history.Subjects.Count);
        var targets = new PeriodTargets(sheet, history, missingIsZero);
        var dated = new DatedAttributes(history, issues);
        new DatasetBinder(sheet, history, debts, missingIsZero, targets, dated, issues).Bind(columns, store, cancellationToken);
        var recordBinder = new RecordBinder(history, history.Dataset, dated, issues);
        recordBinder.ReportUnusable(sheet.Lists);
        FinerFacts.Report(sheet, history, issues);
        var openings = deferrals is null ? null : new OpeningRows(history, deferrals);
        var tables = new GivenTables(history.Dataset.Tables, history.Calendar);
        TableCheck.Report(sheet.Tables, history.Dataset.Tables, tables, history.Calendar, issues);
        var records = sheet.Records.Select(
            input => input.IsPlain || sheet.Needs.EagerRecords.Contains(input) ? Bind(input) : null!).ToArray();
        foreach (var input in sheet.ListsOfOtherPeriods)
            recordBinder.Bind(input);
        var late = sheet.HasLateFacts ? new LateDatasetFacts(sheet, history, debts, missingIsZero, targets) : null;
        var frame = Run(
            sheet,
            new EvaluatedFrame(columns, history.Calendar, history.Subjects, history.Evaluated.Count, records)
            {
                History = history,
                LateFacts = late,
                Targets = targets,
                Openings = openings,
                Tables = tables,
            },
            store,
            issues,
            cancellationToken);
        LineIssues.Report(sheet, frame, issues);
        return frame;

        RecordColumns Bind(RecordInput input) =>
            sheet.ReleaseOf(input) is not { } release ? recordBinder.Bind(input)
            : openings is null ? OpeningRows.NotKnown(release, history.Subjects.Count)
            : openings.Bind(release);
    }

    private static EvaluatedFrame Run(
        SheetProgram sheet, EvaluatedFrame frame, ColumnStore store, List<DataIssue> issues, CancellationToken cancellationToken)
    {
        foreach (var program in sheet.BatchPrograms)
            frame.Columns[program.Slot] = store.Create(program.Cell.Kind);
        if (sheet.Runner is { } runner)
        {
            runner.Run(sheet, frame, issues, cancellationToken);
            return frame;
        }

        foreach (var program in sheet.BatchPrograms)
        {
            cancellationToken.ThrowIfCancellationRequested();
            program.Run(frame, frame.Subjects.Count);
        }

        return frame;
    }
}
