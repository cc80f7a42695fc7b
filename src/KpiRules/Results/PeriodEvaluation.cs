// The results of one period: a column a cell, a row a subject.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Evaluation;
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>
/// The results of one period for one subject or many: a column for each result, and views of single subjects upon them, one for each
/// in the order of <see cref="Subjects"/> when it is walked through.
/// Stamped with the ruleset they came from. Immutable; safe to share between threads.
/// </summary>
public sealed class PeriodEvaluation : IReadOnlyCollection<SubjectEvaluation>
{
    private readonly RulesetStamp _ruleset;
    private readonly SheetProgram _program;
    private readonly EvaluatedFrame _frame;
    private readonly ExplainResult _explain;
    private readonly LateColumns _late;

    internal PeriodEvaluation(
        RulesetStamp ruleset, SheetProgram sheet, EvaluatedFrame frame, DateTime? asOf, IReadOnlyList<string> subjects,
        List<DataIssue> issues, ExplainResult explain)
    {
        _program = sheet;
        _frame = frame;
        _explain = explain;
        _ruleset = ruleset;
        _late = new LateColumns(sheet, frame);
        Period = frame.Calendar.Period;
        AsOf = asOf;
        Subjects = subjects;
        Issues = issues.AsReadOnly();
    }

    /// <summary>The id of the ruleset.</summary>
    public string RulesetId => _ruleset.Id;

    /// <summary>The version of the ruleset.</summary>
    public string RulesetVersion => _ruleset.Version;

    /// <summary>SHA-256 of the ruleset's content, in lower-case hexadecimal; white space and comments do not matter.</summary>
    public string ContentHash => _ruleset.ContentHash;

    /// <summary>The period evaluated.</summary>
    public Period Period { get; }

    /// <summary>The day on which the question was asked, for a period still running; null once it is over.</summary>
    public DateTime? AsOf { get; }

    /// <summary>The ids of the subjects, in ordinal order.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>What was odd in the facts of this period, and in the dataset as a whole.</summary>
    public IReadOnlyList<DataIssue> Issues { get; }

    /// <summary>The KPIs of the policy.</summary>
    public IReadOnlyList<KpiDescription> Kpis => _ruleset.Kpis;

    /// <summary>The ratings of the policy.</summary>
    public IReadOnlyList<RatingDescription> Ratings => _ruleset.Ratings;

    /// <summary>The incentives of the policy.</summary>
    public IReadOnlyList<IncentiveDescription> Incentives => _ruleset.Incentives;

    /// <summary>The warnings of the policy.</summary>
    public IReadOnlyList<WarningDescription> Warnings => _ruleset.Warnings;

    /// <summary>The results there are for each subject, each behind those it depends on.</summary>
    public IReadOnlyList<CellDescription> Results => _ruleset.Results;

    /// <summary>How many subjects there are.</summary>
    public int Count => Subjects.Count;

    /// <summary>The results of one subject.</summary>
    /// <exception cref="KeyNotFoundException">The subject has no facts in the period; the message says whose id is close.</exception>
    public SubjectEvaluation this[string subject] => TryGet(subject, out var found)
        ? found
        : throw UnknownName.NoPerson($"Subject '{subject}' has no facts in {Period}", subject, Subjects);

    /// <summary>The results of one subject; false, and null, when it has no facts in the period.</summary>
    public bool TryGet(string subject, [NotNullWhen(true)] out SubjectEvaluation? evaluation)
    {
        var row = RowOf(subject);
        evaluation = row < 0 ? null : new SubjectEvaluation(this, row);
        return row >= 0;
    }

    /// <summary>The results of the subjects, one after another in the order of <see cref="Subjects"/>; views that hold nothing.</summary>
    public IEnumerator<SubjectEvaluation> GetEnumerator()
    {
        for (var row = 0; row < Subjects.Count; row++)
            yield return new SubjectEvaluation(this, row);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One result for all subjects, in the order of <see cref="Subjects"/>.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The policy gives no result of that name; the message says which is close, or which it gives.
    /// </exception>
    public IEnumerable<CellValue> Column(string cell) => Program(cell) is { } program
        ? Enumerable.Range(0, Subjects.Count).Select(row => ValueAt(program, row))
        : throw NoResult(cell);

    /// <summary>
    /// What is deferred at the end of the period: the opening of the next one, in the order of the incentives, of the subjects, and in
    /// which it was earned. Those without a result in the period are among them where nobody knows what they have deferred. Null for a
    /// policy without a release, and for a period of another length than the policy's.
    /// </summary>
    public IReadOnlyList<DeferredPart>? Deferred => DeferredPart.At(this);

    /// <summary>
    /// Adds what is deferred at the end of the period to the facts of the next one, as records of <c>&lt;incentive&gt;.opening</c>: whoever
    /// evaluates period by period gets the same as in one range. Adds nothing where <see cref="Deferred"/> is null.
    /// </summary>
    /// <param name="builder">The builder of the facts for the next period.</param>
    public void AddOpenings(DatasetBuilder builder) =>
        DeferredPart.Add(this, builder ?? throw new ArgumentNullException(nameof(builder)));

    internal bool TryGet(string cell, int row, out CellValue value)
    {
        var program = Program(cell);
        value = program is null ? default : ValueAt(program, row);
        return program is not null;
    }

    internal KeyNotFoundException NoResult(string cell) =>
        UnknownName.NoKey($"There is no result '{cell}' in ruleset '{RulesetId}'", cell, Results.Select(result => result.Name));

    /// <summary>What a result or a fact is for a row, and its unit; none for a name that is neither.</summary>
    internal (FactValue Value, string? Unit) ValueOf(string name, int row)
    {
        if (Program(name) is { } program)
            return (Read(program, row), program.Cell.Unit.Text);
        return _program.FactsByName.TryGetValue(name, out var fact)
            ? (_frame.Columns[_program.SlotOf(fact)].Read(row), fact.Unit)
            : default;
    }

    /// <summary>Why there is no value; a mark that other rows may share.</summary>
    internal Cause CauseOf(Column column, int row) => CauseOf(column.CauseAt(row), row)!;

    internal Explanation Explain(string cell, int row) => _explain(this, cell, row);

    internal bool MissingIsZero => _ruleset.MissingIsZero;

    internal LocalizedText? RulesetTitle => _ruleset.Title;

    internal string? Currency => _ruleset.Currency;

    internal int MoneyDecimals => _ruleset.MoneyDecimals;

    internal SheetProgram Sheet => _program;

    internal EvaluatedFrame Frame => _frame;

    internal FactValue Read(string cell, int row) => Read(_program.ProgramOf(cell)!, row);

    internal FactValue Read(CellProgram program, int row)
    {
        var (column, columnRow) = ColumnOf(program, row);
        return column.Read(columnRow);
    }

    /// <summary>From the cell down to where it began; a loop, for the way may be as long as the policy.</summary>
    internal Cause? CauseOf(string cell, int row) => CauseOf(MarkOf(cell, row), row);

    internal Cause? CauseOf(NotAvailable? first, int row)
    {
        var marks = new Stack<NotAvailable>();
        for (var mark = first; mark is not null; mark = mark.Inner ?? (mark.Because is { } because ? MarkOf(because, row) : null))
        {
            marks.Push(mark);
            row = mark.Row ?? row;
        }

        Cause? cause = null;
        foreach (var mark in marks)
        {
            // a part that only we know says nothing to anybody
            if (mark is { Kind: CauseKind.DependsOn, Name.Length: 0 } && cause is not null)
                continue;
            // what happened to it says already that it is not available: once is enough
            if (mark.Kind != CauseKind.DependsOn || cause is null || cause.Name != mark.Name || cause.Period != PeriodOf(mark))
                cause = new Cause(mark, cause, PeriodOf(mark));
        }

        return cause;
    }

    internal NotAvailable? MarkOf(string cell, int row)
    {
        var (column, columnRow) = ColumnOf(_program.ProgramOf(cell)!, row);
        return column.CauseAt(columnRow);
    }

    private Period? PeriodOf(NotAvailable mark) =>
        (mark.Period ?? mark.Lag?.From(Period)) is { } period && period != Period ? period : null;

    private CellValue ValueAt(CellProgram program, int row) => new(this, program.Cell.Name, row, Read(program, row));

    /// <summary>Works a result out with all that it needs, where it waits until somebody reads it.</summary>
    internal void WorkOut(string cell) => ColumnOf(_program.ProgramOf(cell)!, 0);

    /// <summary>The column that holds the cell's value, and the row in it: one of its own for a cell that waits alone.</summary>
    private (Column Column, int Row) ColumnOf(CellProgram program, int row) =>
        _program.Needs.IsEager(program.Slot) ? (_frame.Columns[program.Slot], row)
            : _program.Needs.IsAlone(program.Slot) ? (program.RunAt(_frame.Copy(), row), 0)
            : (_late.Of(program), row);

    private CellProgram? Program(string cell) => _program.ProgramOf(cell) is { Cell.IsInternal: false } program ? program : null;

    private int RowOf(string subject) => SubjectOrder.RowOf(Subjects, subject);
}

/// <summary>
/// Tells how a result came about that the evaluation has; given by whoever makes the evaluation, for explaining stands above
/// results.
/// </summary>
internal delegate Explanation ExplainResult(PeriodEvaluation evaluation, string cell, int row);
