// Runs a plan over facts: one column after another, each over all subjects.
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal static class Evaluator
{
    /// <summary>The finished columns, and all else that nodes look at.</summary>
    public static EvaluatedFrame Evaluate(EvaluationPlan plan, PeriodCalendar calendar, bool missingIsZero, Subject subject, List<DataIssue> issues)
    {
        if (plan.NeedsHistory || (calendar.IsLonger && plan.HasTargetsOfLonger))
        {
            var dataset = Dataset.Build(builder => builder.Add(subject.Id, calendar.Period, subject));
            issues.AddRange(dataset.Issues);
            return Evaluate(plan, new FactHistory(dataset, calendar, plan.NeedsOthers), null, missingIsZero, issues, CancellationToken.None);
        }

        var columns = new Column[plan.SlotCount];
        var store = new ColumnStore(plan, 1);
        new SubjectBinder(plan, calendar, missingIsZero, issues).Bind(subject, columns, store);
        var late = plan.HasLateFacts ? new LateSubjectFacts(plan, calendar, missingIsZero, subject) : null;
        var frame = Run(plan, new EvaluatedFrame(columns, calendar, [subject.Id], 1, new RecordColumns[plan.Records.Count]) { LateFacts = late }, store, issues, CancellationToken.None);
        LineIssues.Report(plan, frame, issues);
        return frame;
    }

    /// <summary>The finished columns, and all else that nodes look at.</summary>
    /// <param name="debts">What was carried from the period before; null for nothing.</param>
    public static EvaluatedFrame Evaluate(EvaluationPlan plan, FactHistory history, Debts? debts, bool missingIsZero, List<DataIssue> issues, CancellationToken cancellation)
    {
        var columns = new Column[plan.SlotCount];
        var store = new ColumnStore(plan, history.Subjects.Count);
        var targets = new PeriodTargets(plan, history, missingIsZero);
        new DatasetBinder(plan, history, debts, missingIsZero, targets, issues).Bind(columns, store, cancellation);
        var recordBinder = new RecordBinder(history, history.Dataset, issues);
        recordBinder.ReportUnusable(plan.Lists);
        FinerFacts.Report(plan, history, issues);
        var records = plan.Records.Select(input => plan.Needs.EagerRecords.Contains(input) ? recordBinder.Bind(input) : null!).ToArray();
        var late = plan.HasLateFacts ? new LateDatasetFacts(plan, history, debts, missingIsZero, targets) : null;
        var frame = Run(plan, new EvaluatedFrame(columns, history.Calendar, history.Subjects, history.Evaluated.Count, records) { History = history, LateFacts = late, Targets = targets }, store, issues, cancellation);
        LineIssues.Report(plan, frame, issues);
        return frame;
    }

    private static EvaluatedFrame Run(EvaluationPlan plan, EvaluatedFrame frame, ColumnStore store, List<DataIssue> issues, CancellationToken cancellation)
    {
        foreach (var program in plan.BatchPrograms)
            frame.Columns[program.Slot] = store.Create(program.Cell.Kind);
        if (plan.Runner is { } runner)
        {
            runner.Run(plan, frame, issues, cancellation);
            return frame;
        }

        foreach (var program in plan.BatchPrograms)
        {
            cancellation.ThrowIfCancellationRequested();
            program.Run(frame, frame.Subjects.Count);
        }

        return frame;
    }
}
