// Takes an evaluation and the name of a result, gives how it came about: the same nodes run once more over the recorded
// columns, keeping notes, for this cell of this subject alone.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Results;
using KpiRules.Rulesets;
using KpiRules.Sections.Incentives;
using KpiRules.Sections.Warnings;

namespace KpiRules.Explanations;

internal sealed class Explainer(SheetProgram sheet, EvaluatedFrame frame, PeriodEvaluation evaluation, int moneyDecimals)
{
    /// <summary>Deep enough for anything a person would read; what lies deeper is told by its value.</summary>
    private const int MostLevels = 12;

    private readonly Dictionary<string, LocalizedText?> _titles = evaluation.Kpis.Select(kpi => (kpi.Name, kpi.Title))
        .Concat(evaluation.Incentives.Select(incentive => (incentive.Name, incentive.Title)))
        .Concat(evaluation.Ratings.Select(rating => (rating.Name, rating.Title)))
        .Concat(evaluation.Warnings.Select(warning => (warning.Name, warning.Title)))
        .ToDictionary(entry => entry.Name, entry => entry.Title);

    private readonly PeriodSteps _periods = new(sheet, frame, evaluation.MissingIsZero);
    private readonly HashSet<string> _explained = [];

    /// <summary>
    /// Explains a result that the evaluation has; what an evaluation is given to <see cref="SubjectEvaluation.Explain">explain
    /// itself</see> by.
    /// </summary>
    public static Explanation Explain(PeriodEvaluation evaluation, string cell, int row) =>
        new Explainer(evaluation.Sheet, evaluation.Frame, evaluation, evaluation.MoneyDecimals).Explain(cell, row);

    private Explanation Explain(string cell, int row)
    {
        evaluation.WorkOut(cell);
        var asked = sheet.ProgramOf(cell)!.Cell;
        return Explain(asked, asked.Key.IsHidden ? asked.Shown : cell, null, row, 0);
    }

    private Explanation Explain(Cell cell, string shown, Period? period, int row, int level)
    {
        _explained.Add(cell.Name);
        var steps = new List<ExplanationStep>();
        var others = new List<CellOperation>();
        foreach (var part in PartsOf(cell, row))
            steps.Add(Step(part, cell, row, others));
        var results = new List<Explanation>();
        foreach (var other in others)
        {
            if (level < MostLevels && !_explained.Contains(other.Cell) && sheet.ProgramOf(other.Cell)?.Cell is { } named)
                results.Add(Explain(named, other.Shown, PeriodOf(other.Lag), row, level + 1));
        }

        var state = sheet.ProgramOf(LineStateOperation.CellOf(cell.Name)) is { Cell.Operation: LineStateOperation } program
            ? Read(program.Cell.Name, row).Text
            : null;
        return new Explanation(Valued(cell, shown, period, row), state, HeldIn(cell.Operation, row), steps, results, moneyDecimals);
    }

    /// <summary>How many lines of a total are held; null for what is no total.</summary>
    private int? HeldIn(Operation expression, int row) =>
        expression is PayoutOperation { CountsHeld: false } payout
            ? payout.Lines.Count(line => Read(((CellOperation)line.State).Cell, row).Text == EnumText<LineState>.Of(LineState.Held))
            : expression is GuardOperation guard ? HeldIn(guard.Inner, row) : null;

    /// <summary>The cells that make one up and that only we know, in the order in which they are worked out, and itself last.</summary>
    private List<Cell> PartsOf(Cell cell, int row)
    {
        var found = new List<Cell>();
        var seen = new HashSet<string>();
        Visit(cell);
        return found;

        void Visit(Cell part)
        {
            if (!seen.Add(part.Name))
                return;
            foreach (var reference in ReferencesIn(part.Operation)
                .Where(reference => IsPartOf(cell, reference) && TookPart(part, reference, row)))
                Visit(sheet.ProgramOf(reference.Cell)!.Cell);
            if (part == cell && cell.Operation is RoundOperation && sheet.ProgramOf(IncentiveParts.Closing(cell.Name)) is { } closing)
                Visit(closing.Cell);
            found.Add(part);
        }
    }

    /// <summary>The grade by the value counts in a small group alone.</summary>
    private bool TookPart(Cell cell, CellOperation reference, int row) => cell.Operation is not RatingOperation { Line: { } line }
        || line.Cell != reference.Cell
        || frame.Notes.Of(sheet.ProgramOf(cell.Name)!.Slot, row).Any(step => step.Kind == StepKind.SmallGroup);

    /// <summary>
    /// Parts of the same line, rating or warning, and what says whether a KPI applies; of a warning those of the period alone.
    /// </summary>
    private bool IsPartOf(Cell cell, CellOperation reference)
    {
        var (other, whole) = (sheet.ProgramOf(reference.Cell)!.Cell, WholeOf(cell));
        if (other.Key == KpiCells.AppliesTo(cell.Name))
            return true;
        if (whole is null || other.Name == whole.Name || WholeOf(other)?.Name != whole.Name || other.Operation is LineStateOperation)
            return false;
        return whole.Operation is not WarningStateOperation || (reference.Lag.IsNone && other.Key != WarningLowering.LastOf(whole.Name));
    }

    /// <summary>The line, rating or warning a cell is or belongs to; null for none.</summary>
    private Cell? WholeOf(Cell cell) =>
        sheet.ProgramOf(cell.Key.Owner)?.Cell is { Operation: RoundOperation or WarningStateOperation or RatingOperation } whole
            ? whole
            : null;

    /// <summary>The line a cell is or belongs to; null for none.</summary>
    private string? LineOf(Cell cell) => WholeOf(cell) is { Operation: RoundOperation } line ? line.Name : null;

    private ExplanationStep Step(Cell part, Cell owner, int row, List<CellOperation> others)
    {
        var trace = new Trace();
        sheet.ProgramOf(part.Name)!.Explain(frame.Copy(trace), row);
        var inputs = new List<ExplainedValue>();
        var seen = new HashSet<string>();
        foreach (var leaf in part.Operation is GroupOperation group
            ? group.Key is null || group.Members == MembersKind.Reports ? [] : [group.Key]
            : LeavesOf(part.Operation))
        {
            if (leaf is ParameterOperation parameter)
            {
                if (inputs.All(input => input.Name != parameter.Name))
                    inputs.Add(new ExplainedValue(parameter.Name, null, null, parameter.Value, parameter.Unit.Text, null));
            }
            else if (leaf is InputOperation { Input: { Kind: InputKind.PeriodCount } counted })
            {
                if (frame.Calendar.IsLonger || counted.Window != TimeWindow.None)
                    trace.Add(StepKind.Count, "", null, frame.Columns[sheet.SlotOf(counted)].Read(row).Number);
            }
            else if (leaf is InputOperation { Input.Target: { } target } ofPeriods)
            {
                if (target.Shown(ofPeriods.Input.Window) is var name && name != part.Shown)
                    inputs.Add(Valued(ofPeriods, name, ofPeriods.Unit, row));
                _periods.TellTarget(ofPeriods, row, trace);
            }
            else if (leaf is CellOperation reference)
            {
                if (IsPartOf(owner, reference)
                    || reference.Shown.Length == 0
                    || sheet.ProgramOf(reference.Cell)?.Cell.Operation is LineStateOperation)
                    continue;
                if (!others.Any(other => other.Cell == reference.Cell))
                    others.Add(reference);
                if (sheet.ProgramOf(reference.Cell) is { } program && seen.Add(reference.Cell))
                    inputs.Add(Valued(program.Cell, reference.Shown, PeriodOf(reference.Lag), row));
            }
            else if (leaf is InputOperation { Fact: { } fact } input
                && Shown(input) != part.Name
                && inputs.All(other => other.Name != Shown(input) || other.Period != PeriodOf(input.Input.Lag)))
            {
                inputs.Add(Valued(input, Shown(input), fact.MeasuredIn, row));
                _periods.TellFact(input, row, trace);
            }
        }

        ReleasedSteps.Tell(sheet, frame, part.Key, row, trace);
        foreach (var note in frame.Notes.Of(sheet.ProgramOf(part.Name)!.Slot, row))
            trace.Add(note.Kind, note.Text, note.Result, note.Numbers.ToArray());
        if (part.Operation is PayoutOperation payout)
            inputs.RemoveAll(input => payout.CountsHeld ? input.Cause is null || IsNone(input) : IsNone(input));
        else if (Read(part.Name, row).Kind is not null)
            inputs.RemoveAll(input => input.Cause is not null);
        var details = DetailsOf(trace.Steps, part, row);
        var role = RoleOf(part, owner);
        var result = LineOf(owner) is not null && IncentiveParts.AreMoney(part.Key.Part) ? part with { Unit = Unit.Money } : part;
        return IsAbsent(part.Operation, row)
            ? new ExplanationStep(role, "", Valued(result, part.Name, null, row), [], [])
            : new ExplanationStep(role, FormulaOf(part, owner), Valued(result, part.Name, null, row), inputs, details);
    }

    /// <summary>Whether it does not hold for want of any facts, whatever the author asks.</summary>
    private bool IsAbsent(Operation operation, int row) =>
        operation is LogicOperation { IsAnd: true } all
        && all.Operands[0] is AvailableOperation { Operand: InputOperation { Input.Kind: InputKind.Presence } presence }
        && !frame.Columns[sheet.SlotOf(presence.Input)].IsAvailable(row);

    private bool IsNone(ExplainedValue line) => line.Cause?.Root is { } root
        && (root.Kind == CauseKind.DoesNotApply
            || (root.Kind == CauseKind.NoFacts && root.Name == frame.Calendar.Period.ToString() && sheet.Releases.Count > 0));

    private ExplainedValue Valued(Cell cell, string shown, Period? period, int row)
    {
        var value = Read(cell.Name, row);
        return new ExplainedValue(
            shown,
            _titles.TryGetValue(shown, out var title) ? title : null,
            period,
            value,
            cell.Unit.Text,
            value.Kind is null ? evaluation.CauseOf(cell.Name, row) : null);
    }

    private ExplainedValue Valued(InputOperation input, string shown, Unit unit, int row)
    {
        var column = frame.Columns[sheet.SlotOf(input.Input)];
        var cause = column.CauseAt(row);
        return new ExplainedValue(
            shown, null, PeriodOf(input.Input.Lag), column.Read(row), unit.Text, cause is null ? null : evaluation.CauseOf(cause, row));
    }

    private FactValue Read(string cell, int row) => evaluation.Read(cell, row);

    private Period? PeriodOf(Lag lag) => lag.IsNone ? null : lag.From(frame.Calendar.Period);

    private static string Shown(InputOperation input) => input.Input.Window switch
    {
        TimeWindow.Year => $"ytd({input.Fact!.Name})",
        TimeWindow.Quarter => $"qtd({input.Fact!.Name})",
        TimeWindow.None => input.Fact!.Name,
    };

    private static string RoleOf(Cell part, Cell owner) =>
        part.Name == owner.Name ? part.Operation is RoundOperation ? "rounded" : "formula"
        : owner.Operation is RatingOperation rating && rating.Then.Any(then => then.Cell == part.Name) ? "then"
        : part.Key.Part;

    /// <summary>What the author wrote; a generated expression has nothing but the name it came from.</summary>
    private static string FormulaOf(Cell part, Cell owner)
    {
        var text = AuthorsText(part.Operation);
        return text == owner.Key.Owner ? "" : text;
    }

    private static string AuthorsText(Operation expression) => expression switch
    {
        LineOperation { Inner: EachOperation each } => RecordFormula.Of(each),
        GroupOperation or RatingOperation => "",
        ApplicableOperation applicable => AuthorsText(applicable.Inner),
        ByLengthOperation byLength => AuthorsText(byLength.InPeriod), // in a longer one a count says how often it counts
        GuardOperation guard => AuthorsText(guard.Inner),
        RoundOperation or LineOperation => "",
        // others: the author wrote them
        _ => expression.Origin.Text,
    };

    private List<CellOperation> ReferencesIn(Operation expression) => LeavesOf(expression).OfType<CellOperation>().ToList();

    /// <summary>What was read, in order; of a target that differs by the length of the period only what counts here.</summary>
    private List<Operation> LeavesOf(Operation expression)
    {
        var leaves = new List<Operation>();
        Visit(expression);
        return leaves;

        Operation Visit(Operation part)
        {
            if (part is CellOperation or InputOperation or ParameterOperation)
                leaves.Add(part);
            if (part is not ByLengthOperation byLength)
                return part.Map(Visit);
            Visit(frame.Calendar.IsLonger ? byLength.InLonger : byLength.InPeriod);
            return part;
        }
    }

    /// <summary>What was looked at twice is told once; what a record looked at, with the record.</summary>
    private List<ExplanationDetail> DetailsOf(IReadOnlyList<TraceStep> steps, Cell part, int row) =>
        steps.Distinct(SameText.Instance).Select(step => new ExplanationDetail(
            EnumText<StepKind>.Of(step.Kind), TextOf(step, part, row), step.Numbers, step.Result, DetailsOf(step.Within, part, row)))
            .ToList();

    /// <summary>A record is told by its number and the fields that were looked at.</summary>
    private string TextOf(TraceStep step, Cell part, int row)
    {
        if (step.Kind != StepKind.Record || part.Operation is not LineOperation { Inner: EachOperation each })
            return step.Text;
        var records = frame.Records[sheet.SlotOf(each.Records)];
        var record = records.RangeOf(row).Start + int.Parse(step.Text, System.Globalization.CultureInfo.InvariantCulture) - 1;
        var list = each.Records.List;
        var fields = FieldsIn(each).Select(field => (list.ColumnAt(field).Name, Value: records.Fields[field].Read(record)))
            .Select(field => $"{field.Name} = {(field.Value.Kind is null ? "–" : field.Value)}");
        return $"{step.Text} ({string.Join(", ", fields)})";
    }

    private static IEnumerable<int> FieldsIn(Operation expression) =>
        expression is FieldOperation field ? [field.Index] : expression.Parts().SelectMany(FieldsIn).Distinct();

    private sealed class SameText : IEqualityComparer<TraceStep>
    {
        public static readonly SameText Instance = new();

        public bool Equals(TraceStep? x, TraceStep? y) =>
            ReferenceEquals(x, y) || (TextSaysAll(x!) && x!.Kind == y!.Kind && x.Text == y.Text);

        public int GetHashCode(TraceStep step) =>
            TextSaysAll(step) ? step.Text.GetHashCode() : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(step);

        private static bool TextSaysAll(TraceStep step) =>
            step.Kind is StepKind.Period or StepKind.Mean or StepKind.Spread or StepKind.Limits or StepKind.Lookup or StepKind.LookupElse;
    }
}
