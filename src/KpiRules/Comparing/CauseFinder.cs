// Takes two evaluations of a period, gives the cells that make a result of a subject another: from the result down to where it begins.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Results;
using KpiRules.Sections.Incentives;

namespace KpiRules.Comparing;

internal sealed class CauseFinder(PeriodEvaluation before, PeriodEvaluation after)
{
    private readonly LookedAt _lookedAt = new(before, after);
    private readonly List<(int Order, string Owner, CellChange Change)> _found = [];

    public IReadOnlyList<CellChange> Find(string result, string subject)
    {
        var open = new Stack<(string Cell, string Subject)>([(result, subject)]);
        var seen = new HashSet<(string Cell, string Subject)>();
        while (open.Count > 0)
        {
            var (cell, whose) = open.Pop();
            if (!seen.Add((cell, whose)) || !Changes(cell, whose))
                continue;
            var (was, now) = (before.Sheet.ProgramOf(cell), after.Sheet.ProgramOf(cell));
            // who looks at a cell that only one of the two has is told to have another rule
            var inner = was is null || now is null ? [] : References(was, now)
                .Where(name => TakesPart(name, now.Cell, whose))
                .SelectMany(name => Holders(name, whose, Across(was) || Across(now))).ToList();
            Note(was, now, whose, whose == subject ? null : whose, inner.Any(next => Changes(next.Cell, next.Subject)));
            foreach (var next in inner)
                open.Push(next);
        }

        // of others, it is enough to say it once
        return _found.Where(IsTold).OrderBy(found => found.Order).Select(found => found.Change)
            .GroupBy(change => (change.Name, change.Part, change.Reason))
            .Select(group => group.OrderBy(change => change.Subject is null ? 0 : 1).First())
            .ToList().AsReadOnly();
    }

    /// <summary>What we make of an author's words is told where the author's own words of the same definition tell nothing.</summary>
    private bool IsTold((int Order, string Owner, CellChange Change) found) =>
        found.Change is not { Reason: CellChangeReason.Rule, FormulaBefore.Length: 0, FormulaAfter.Length: 0 }
        || IncentiveParts.AreWritten(found.Change.Part)
        || _found.All(other => other.Owner != found.Owner || other.Change == found.Change || !IncentiveParts.AreWritten(other.Change.Part));

    /// <summary>Of an amount and its limits, only what decides on one of the sides: a limit that nobody reaches changes nothing.</summary>
    private bool TakesPart(string name, Cell cell, string subject) => !IncentiveParts.IsLimited(cell.Key)
        || Value(before, name, subject) == Value(before, cell.Name, subject)
        || Value(after, name, subject) == Value(after, cell.Name, subject);

    private bool Changes(string cell, string subject) => Value(before, cell, subject) != Value(after, cell, subject);

    /// <summary>What a cell looks at for the subject; of what looks across subjects, the first other whose value is another, too.</summary>
    private IEnumerable<(string Cell, string Subject)> Holders(string cell, string subject, bool isAcross)
    {
        yield return (cell, subject);
        if (isAcross && after.Subjects.Concat(before.Subjects).Where(other => other != subject).FirstOrDefault(
            other => Changes(cell, other)) is { } changed)
            yield return (cell, changed);
    }

    private void Note(CellProgram? was, CellProgram? now, string subject, string? told, bool isExplained)
    {
        // a definition that only one of the two has is told as a whole, and not by each of its parts
        var whole = (now ?? was)!.Cell.Key.Owner;
        if ((was is null || now is null) && before.Sheet.ProgramOf(whole) is null != (after.Sheet.ProgramOf(whole) is null))
            (was, now) = (before.Sheet.ProgramOf(whole), after.Sheet.ProgramOf(whole));
        else if ((was is null || now is null) && !IncentiveParts.AreWritten((now ?? was)!.Cell.Key.Part))
            return;
        var reason = was is null || now is null ? CellChangeReason.Rule : RuleDifference.Of(was.Cell, now.Cell);
        var inputs = was is null || now is null ? [] : Inputs(was.Cell.Operation, now.Cell.Operation, subject).ToList();
        if (reason is null && inputs.Count > 0)
            reason = _lookedAt.Tables(was!.Cell.Operation, now!.Cell.Operation).Any() ? CellChangeReason.Table : CellChangeReason.Fact;
        if (reason is null && isExplained)
            return;
        var cell = (now ?? was)!.Cell;
        var (owner, part) = cell.Key.IsHidden && cell.View is null ? (cell.Key.Owner, cell.Key.Part) : (cell.Shown, "");
        _found.Add((
            (now ?? was)!.Slot,
            cell.Key.Owner,
            new CellChange(
                owner, part, TitleOf(cell.Key.Owner), told, reason ?? CellChangeReason.Other, SideOf(before, was, subject),
                SideOf(after, now, subject), UnitOf(cell), inputs, after.MoneyDecimals)));
    }

    /// <summary>The steps of a line are money, whatever the units in its formulas say.</summary>
    private string? UnitOf(Cell cell) => cell.Kind == ValueKind.Number
        && after.Incentives.Concat(before.Incentives).Any(line => line.Name == cell.Key.Owner)
        && IncentiveParts.AreMoney(cell.Key.Part) ? Unit.Money.Text : cell.Unit.Text;

    private IEnumerable<InputChange> Inputs(Operation was, Operation now, string subject) =>
        RuleDifference.Parameters(was, now).Concat(_lookedAt.Tables(was, now)).Concat(_lookedAt.Facts(was, now, subject));

    private LocalizedText? TitleOf(string owner) => Titles.Of(after, owner) ?? Titles.Of(before, owner);

    private static CellSide SideOf(PeriodEvaluation evaluation, CellProgram? program, string subject) =>
        program is null ? default : new CellSide(Value(evaluation, program.Cell.Name, subject), TextOf(program.Cell), true);

    /// <summary>What the author wrote; a generated operation has nothing but the name it came from.</summary>
    private static string TextOf(Cell cell) =>
        cell.Operation.Origin is { Formula: not null } origin && origin.Text != cell.Key.Owner ? origin.Text : "";

    private static FactValue Value(PeriodEvaluation evaluation, string cell, string subject)
    {
        var row = SubjectOrder.RowOf(evaluation.Subjects, subject);
        return row < 0 || evaluation.Sheet.ProgramOf(cell) is not { } program ? default : evaluation.Read(program, row);
    }

    private static bool Across(CellProgram? program) => program?.Cell.Operation is AcrossOperation;

    /// <summary>The cells that it looks at; of a target of other periods, the cell that gives it in each.</summary>
    private static IEnumerable<string> References(params CellProgram?[] programs) => programs.OfType<CellProgram>()
        .SelectMany(program => program.Cell.Operation.WithParts())
        .Select(part => part is CellOperation cell ? cell.Cell : part is InputOperation { Input.Target: { } target } ? target.Cell : null)
        .OfType<string>().Distinct();
}
