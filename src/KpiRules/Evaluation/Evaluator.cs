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
            return Evaluate(plan, new FactHistory(dataset, calendar), missingIsZero, issues);
        }

        var columns = new Column[plan.SlotCount];
        var store = new ColumnStore(plan, 1);
        new SubjectBinder(plan, calendar, missingIsZero, issues).Bind(subject, columns, store);
        return Run(plan, calendar, columns, store, 1);
    }

    public static Column[] Evaluate(EvaluationPlan plan, FactHistory history, bool missingIsZero, List<DataIssue> issues)
    {
        var rows = history.Subjects.Count;
        var columns = new Column[plan.SlotCount];
        var store = new ColumnStore(plan, rows);
        new DatasetBinder(plan, history, missingIsZero, issues).Bind(columns, store);
        return Run(plan, history.Calendar, columns, store, rows);
    }

    private static Column[] Run(EvaluationPlan plan, PeriodCalendar calendar, Column[] columns, ColumnStore store, int rows)
    {
        foreach (var program in plan.BatchPrograms)
            columns[program.Slot] = store.Create(program.Cell.Kind);
        var frame = new Frame(columns, calendar);
        foreach (var program in plan.BatchPrograms)
            program.Run(frame, rows);
        return columns;
    }
}
