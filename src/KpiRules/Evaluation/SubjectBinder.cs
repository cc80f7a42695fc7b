// Takes the facts of one subject in one period, without any history, gives the columns formulas read.
using System.Collections.Generic;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed class SubjectBinder(SheetProgram sheet, PeriodCalendar calendar, bool missingIsZero, List<DataIssue> issues)
{
    private readonly FactCheck _check = new(issues);

    public void Bind(Subject subject, Column[] columns, ColumnStore store)
    {
        foreach (var slot in sheet.EagerInputs)
        {
            if (slot.Input.IsOfLonger && !calendar.IsLonger)
                continue;
            var column = columns[slot.Slot] = store.Create(slot.Input);
            if (slot.Input.Fact is { } fact)
                Bind(subject, slot, fact, column);
            else
                ((Column<decimal>)column)[0] = calendar.PolicyPeriods(calendar.Period).Count;
        }

        foreach (var given in subject)
        {
            if (given.Value.Unrepresentable is { } written)
                issues.Add(DataIssues.Unrepresentable(null, subject.Id, calendar.Period, given.Key, written));
            if (!sheet.FactsByName.ContainsKey(given.Key))
                issues.Add(sheet.UnusableFact(given.Key));
        }
    }

    private void Bind(Subject subject, InputSlot slot, FactDefinition fact, Column column)
    {
        var given = subject[fact.Name];
        if (given.Kind is not null && !_check.IsOfKind(subject.Id, calendar.Period, fact, given))
            given = default;
        if (given.Kind is not null)
            _check.Report(default, subject.Id, calendar.Period, fact, given);
        else if (!subject.Has(fact.Name))
            given = FactCheck.StandIn(fact, missingIsZero);
        if (given.Kind is null)
            column.SetCause(0, subject.Has(fact.Name) ? slot.Unusable : slot.Missing, 1);
        else if (FactCheck.NotAmongValues(fact, given) is { } wrong)
            column.SetCause(0, wrong, 1);
        else
            column.Write(0, given);
    }
}
