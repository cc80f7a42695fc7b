// Runs a plan over facts: one column after another, each over all subjects.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal static class Evaluator
{
    public static Column[] Evaluate(EvaluationPlan plan, PeriodCalendar calendar, bool missingIsZero, Subject subject, List<DataIssue> issues)
    {
        if (plan.NeedsHistory)
        {
            var dataset = Dataset.Build(builder => builder.Add(subject.Id, calendar.Period, subject));
            issues.AddRange(dataset.Issues);
            return Evaluate(plan, new FactHistory(dataset, calendar, plan.NeedsOthers), missingIsZero, issues);
        }

        var columns = new Column[plan.SlotCount];
        var store = new ColumnStore(plan, 1);
        new SubjectBinder(plan, calendar, missingIsZero, issues).Bind(subject, columns, store);
        return Run(plan, calendar, columns, store, [subject.Id]);
    }

    public static Column[] Evaluate(EvaluationPlan plan, FactHistory history, bool missingIsZero, List<DataIssue> issues)
    {
        var rows = history.Subjects.Count;
        var columns = new Column[plan.SlotCount];
        var store = new ColumnStore(plan, rows);
        new DatasetBinder(plan, history, missingIsZero, issues).Bind(columns, store);
        return Run(plan, history.Calendar, columns, store, history.Subjects);
    }

    private static Column[] Run(EvaluationPlan plan, PeriodCalendar calendar, Column[] columns, ColumnStore store, IReadOnlyList<string> subjects)
    {
        foreach (var program in plan.BatchPrograms)
            columns[program.Slot] = store.Create(program.Cell.Kind);
        var frame = new Frame(columns, calendar, subjects);
        foreach (var program in plan.BatchPrograms)
            program.Run(frame, subjects.Count);
        return columns;
    }
}
