// Takes an evaluation and the name of a result, gives how it came about: the same nodes run once more over the recorded
// columns, keeping notes, for this cell of this subject alone.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Evaluation;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Results;
using KpiRules.Rulesets;

namespace KpiRules.Explanations;

internal sealed class Explainer(EvaluationPlan plan, Frame frame, PeriodEvaluation evaluation, int moneyDecimals)
{
    /// <summary>Deep enough for anything a person would read; what lies deeper is told by its value.</summary>
    private const int MostLevels = 12;

    /// <summary>What a line does with money, whatever the units in its formulas say.</summary>
    private static readonly HashSet<string> AmountRoles = ["amount", "multiplied", "limited", "earned", "min", "max", "draw", "drawn", "opening", "recovered", "closing", "part", "rounded"];

    private readonly Dictionary<string, LocalizedText?> _titles = evaluation.Kpis.Select(kpi => (kpi.Name, kpi.Title))
        .Concat(evaluation.Incentives.Select(incentive => (incentive.Name, incentive.Title)))
        .Concat(evaluation.Warnings.Select(warning => (warning.Name, warning.Title)))
        .ToDictionary(entry => entry.Name, entry => entry.Title);

    private readonly HashSet<string> _explained = [];

    public Explanation Explain(string cell, int row)
    {
        evaluation.WorkOut(cell);
        return Explain(plan.ProgramOf(cell)!.Cell, cell, null, row, 0);
    }

    private Explanation Explain(Cell cell, string shown, Period? period, int row, int level)
    {
        _explained.Add(cell.Name);
        var steps = new List<ExplanationStep>();
        var others = new List<CellExpression>();
        foreach (var part in PartsOf(cell))
            steps.Add(Step(part, cell, row, others));
        var results = new List<Explanation>();
        foreach (var other in others)
        {
            if (level < MostLevels && !_explained.Contains(other.Cell) && plan.ProgramOf(other.Cell)?.Cell is { } named)
                results.Add(Explain(named, other.Shown, PeriodOf(other.Lag), row, level + 1));
        }

        var state = plan.ProgramOf(cell.Name + ".state") is { Cell.Expression: LineStateExpression } ? Read(cell.Name + ".state", row).Text : null;
        return new Explanation(Valued(cell, shown, period, row), state, HeldIn(cell.Expression, row), steps, results, moneyDecimals);
    }

    /// <summary>How many lines of a total are held; null for what is no total.</summary>
    private int? HeldIn(Expression expression, int row) => expression switch
    {
        PayoutExpression { CountsHeld: false } payout => payout.Lines.Count(line => Read(((CellExpression)line.State).Cell, row).Text == LineStateExpression.Held),
        WithFactsExpression withFacts => HeldIn(withFacts.Inner, row),
        _ => null,
    };

    /// <summary>The cells that make one up and that only we know, in the order in which they are worked out, and itself last.</summary>
    private List<Cell> PartsOf(Cell cell)
    {
        var found = new List<Cell>();
        var seen = new HashSet<string>();
        Visit(cell);
        return found;

        void Visit(Cell part)
        {
            if (!seen.Add(part.Name))
                return;
            foreach (var reference in ReferencesIn(part.Expression).Where(reference => IsPartOf(cell, reference)))
                Visit(plan.ProgramOf(reference.Cell)!.Cell);
            if (part == cell && cell.Expression is RoundExpression && plan.ProgramOf(cell.Name + ".closing") is { } closing)
                Visit(closing.Cell);
            found.Add(part);
        }
    }

    /// <summary>Parts of the same line or warning, and what says whether a KPI applies; of a warning those of the period alone.</summary>
    private bool IsPartOf(Cell cell, CellExpression reference)
    {
        var (other, whole) = (reference.Cell, WholeOf(cell.Name));
        if (other == cell.Name + ".appliesTo")
            return true;
        if (whole is null || other == whole.Name || WholeOf(other) != whole || other.EndsWith(".state", System.StringComparison.Ordinal))
            return false;
        return whole.Expression is not WarningStateExpression || (reference.Lag.IsNone && other != whole.Name + ":last");
    }

    /// <summary>The line or warning a cell is or belongs to; null for none.</summary>
    private Cell? WholeOf(string cell) =>
        cell.Split('.', ':')[0] is { Length: > 0 } root && plan.ProgramOf(root)?.Cell is { Expression: RoundExpression or WarningStateExpression } whole ? whole : null;

    /// <summary>The line a cell is or belongs to; null for none.</summary>
    private string? LineOf(Cell cell) => WholeOf(cell.Name) is { Expression: RoundExpression } line ? line.Name : null;

    private ExplanationStep Step(Cell part, Cell owner, int row, List<CellExpression> others)
    {
        var trace = new Trace();
        plan.ProgramOf(part.Name)!.Explain(frame.Copy(trace), row);
        var inputs = new List<ExplainedValue>();
        var seen = new HashSet<string>();
        foreach (var leaf in part.Expression is GroupExpression group ? group.Key is null || group.Members == MembersKind.Reports ? [] : [group.Key] : LeavesOf(part.Expression))
        {
            if (leaf is ParameterExpression parameter)
            {
                if (inputs.All(input => input.Name != parameter.Name))
                    inputs.Add(new ExplainedValue(parameter.Name, null, null, parameter.Value, parameter.Unit, null));
            }
            else if (leaf is InputExpression { Input: { Kind: InputKind.PeriodCount } counted })
            {
                if (frame.Calendar.IsLonger || counted.Window != TimeWindow.None)
                    trace.Add(TraceKind.Count, "", null, frame.Columns[plan.SlotOf(counted)].Read(row).Number);
            }
            else if (leaf is InputExpression { Input.Target: { } target } ofPeriods)
            {
                if (target.Shown(ofPeriods.Input.Window) is var name && name != part.Shown)
                    inputs.Add(Valued(ofPeriods, name, ofPeriods.Unit, row));
                TellTargets(ofPeriods, row, trace);
            }
            else if (leaf is CellExpression reference)
            {
                if (IsPartOf(owner, reference) || reference.Shown.Length == 0 || plan.ProgramOf(reference.Cell)?.Cell.Expression is LineStateExpression)
                    continue;
                if (!others.Any(other => other.Cell == reference.Cell))
                    others.Add(reference);
                if (plan.ProgramOf(reference.Cell) is { } program && seen.Add(reference.Cell))
                    inputs.Add(Valued(program.Cell, reference.Shown, PeriodOf(reference.Lag), row));
            }
            else if (leaf is InputExpression { Fact: { } fact } input && Shown(input) != part.Name && inputs.All(other => other.Name != Shown(input) || other.Period != PeriodOf(input.Input.Lag)))
            {
                inputs.Add(Valued(input, Shown(input), fact.Unit, row));
                TellPeriods(input, row, trace);
            }
        }

        if (frame.Notes.Of(plan.ProgramOf(part.Name)!.Slot, row) is { } note)
            trace.Add(note.Kind, note.Text, note.Result, note.Numbers.ToArray());
        if (part.Expression is PayoutExpression payout)
            inputs.RemoveAll(input => payout.CountsHeld ? input.Cause is null || IsNone(input) : IsNone(input));
        else if (Read(part.Name, row).Kind is not null)
            inputs.RemoveAll(input => input.Cause is not null);
        var details = trace.Steps.Distinct(SameText.Instance).Select(step => new ExplanationDetail(CamelCase(step.Kind.ToString()), TextOf(step, part, row), step.Numbers, step.Result)).ToList();
        var role = RoleOf(part, owner);
        var result = LineOf(owner) is not null && AmountRoles.Contains(role) ? part with { Unit = Units.Money } : part;
        return new ExplanationStep(role, FormulaOf(part, owner), Valued(result, part.Name, null, row), inputs, details);
    }

    private static bool IsNone(ExplainedValue line) => line.Cause?.Root.Kind == CauseKind.DoesNotApply;

    /// <summary>What a fact was in each of the periods it was combined over.</summary>
    private void TellPeriods(InputExpression input, int row, Trace trace)
    {
        if (frame.History is not { } history || input.Input.Fact!.Role == FactRole.Attribute || input.Input.Lag.From(frame.Calendar.Period) is not { } period
            || frame.Calendar.At(period).PeriodsOf(input.Input.Window) is not { } periods)
            return;
        var name = input.Input.Fact.Name;
        var reader = new MeasureReader(new InputSlot(input.Input, 0), history, periods, new FactCheck([]), evaluation.MissingIsZero)
        {
            OnValue = (one, value) => trace.Add(TraceKind.Period, $"{name} {one}", value),
        };
        reader.TryRead(row, out _);
    }

    /// <summary>What a target was in each of the periods it was combined over.</summary>
    private void TellTargets(InputExpression input, int row, Trace trace)
    {
        if (frame.History is not { } history || input.Input.Lag.From(frame.Calendar.Period) is not { } period || frame.Calendar.At(period).PeriodsOf(input.Input.Window) is not { } periods)
            return;
        var reader = new TargetReader(new InputSlot(input.Input, 0), plan, history, periods, frame.Targets!)
        {
            OnValue = (one, value) => trace.Add(TraceKind.Period, $"{input.Input.Target!.Name} {one}", value),
        };
        reader.TryRead(row, out _);
    }

    private ExplainedValue Valued(Cell cell, string shown, Period? period, int row)
    {
        var value = Read(cell.Name, row);
        return new ExplainedValue(shown, _titles.TryGetValue(shown, out var title) ? title : null, period, value, cell.Unit, value.Kind is null ? evaluation.CauseOf(cell.Name, row) : null);
    }

    private ExplainedValue Valued(InputExpression input, string shown, string? unit, int row)
    {
        var column = frame.Columns[plan.SlotOf(input.Input)];
        var cause = column.CauseAt(row);
        return new ExplainedValue(shown, null, PeriodOf(input.Input.Lag), column.Read(row), unit, cause is null ? null : evaluation.CauseOf(cause, row));
    }

    private FactValue Read(string cell, int row) => evaluation.Read(cell, row);

    private Period? PeriodOf(Lag lag) => lag.IsNone ? null : lag.From(frame.Calendar.Period);

    private static string Shown(InputExpression input) => input.Input.Window switch
    {
        TimeWindow.Year => $"ytd({input.Fact!.Name})",
        TimeWindow.Quarter => $"qtd({input.Fact!.Name})",
        _ => input.Fact!.Name,
    };

    private static string RoleOf(Cell part, Cell owner) =>
        part.Name == owner.Name ? part.Expression is RoundExpression ? "rounded" : "formula" : part.Name.Substring(part.Name.IndexOfAny(['.', ':']) + 1);

    /// <summary>What the author wrote; a generated expression has nothing but the name it came from.</summary>
    private static string FormulaOf(Cell part, Cell owner)
    {
        var text = AuthorsText(part.Expression);
        return text == owner.Name.Split('.')[0] ? "" : text;
    }

    private static string AuthorsText(Expression expression) => expression switch
    {
        LineExpression { Inner: EachExpression each } => RecordFormula.Of(each),
        GroupExpression => "",
        ApplicableExpression applicable => AuthorsText(applicable.Inner),
        RequiringExpression requiring => AuthorsText(requiring.Inner),
        ByLengthExpression byLength => AuthorsText(byLength.InPeriod), // in a longer one a count says how often it counts
        WithFactsExpression withFacts => AuthorsText(withFacts.Inner),
        RoundExpression or LineExpression => "",
        _ => expression.Origin.Text,
    };

    private List<CellExpression> ReferencesIn(Expression expression) => LeavesOf(expression).OfType<CellExpression>().ToList();

    /// <summary>What was read, in order; of a target that differs by the length of the period only what counts here.</summary>
    private List<Expression> LeavesOf(Expression expression)
    {
        var leaves = new List<Expression>();
        Visit(expression);
        return leaves;

        Expression Visit(Expression part)
        {
            if (part is CellExpression or InputExpression or ParameterExpression)
                leaves.Add(part);
            if (part is not ByLengthExpression byLength)
                return part.Map(Visit);
            Visit(frame.Calendar.IsLonger ? byLength.InLonger : byLength.InPeriod);
            return part;
        }
    }

    /// <summary>A record is told by its number and the fields that were looked at.</summary>
    private string TextOf(TraceStep step, Cell part, int row)
    {
        if (step.Kind != TraceKind.Record || part.Expression is not LineExpression { Inner: EachExpression each })
            return step.Text;
        var records = frame.Records[plan.SlotOf(each.Records)];
        var record = records.RangeOf(row).Start + int.Parse(step.Text, System.Globalization.CultureInfo.InvariantCulture) - 1;
        var fields = FieldsIn(each).Select(field => $"{each.Records.List.Fields[field].Name} = {records.Fields[field].Read(record)}");
        return $"{step.Text} ({string.Join(", ", fields)})";
    }

    private static IEnumerable<int> FieldsIn(Expression expression) =>
        expression is FieldExpression field ? [field.Index] : expression.Parts().SelectMany(FieldsIn).Distinct();

    /// <summary>What was looked at twice is told once.</summary>
    private sealed class SameText : IEqualityComparer<TraceStep>
    {
        public static readonly SameText Instance = new();

        public bool Equals(TraceStep? x, TraceStep? y) => ReferenceEquals(x, y) || (TextSaysAll(x!) && x!.Kind == y!.Kind && x.Text == y.Text);

        public int GetHashCode(TraceStep step) => TextSaysAll(step) ? step.Text.GetHashCode() : System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(step);

        private static bool TextSaysAll(TraceStep step) => step.Kind is TraceKind.Period or TraceKind.Mean or TraceKind.Spread or TraceKind.Limits;
    }

    private static string CamelCase(string word) => char.ToLowerInvariant(word[0]) + word.Substring(1);
}
