// The operation that folds the records of a subject, and the one that looks at a field of a record.
using System;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>Which records: of which list, how far back, over which stretch of time.</summary>
internal sealed record RecordInput(RecordDefinition List, Lag Lag, TimeWindow Window)
{
    /// <summary>Whether it is the records of the period itself.</summary>
    public bool IsPlain => Lag.IsNone && Window == TimeWindow.None;

    public static RecordInput Of(RecordDefinition list) => new(list, Lag.None, TimeWindow.None);

    /// <summary>A list is the one of its name.</summary>
    public bool Equals(RecordInput? other) =>
        other is not null && (List.Name, Lag, Window).Equals((other.List.Name, other.Lag, other.Window));

    public override int GetHashCode() => (List.Name, Lag, Window).GetHashCode();
}

/// <summary>What looks at the records of a subject, and at all its parts once for each.</summary>
internal interface ILooksAtRecords
{
    RecordInput Records { get; }

    /// <summary>The same over other records.</summary>
    Operation Over(RecordInput records);
}

/// <summary>A function over the records of a subject.</summary>
/// <param name="Value">What is looked at in each; null where records are only counted.</param>
/// <param name="Condition">Which of them count; null for all.</param>
/// <param name="TellsRecords">Whether an explanation lists what each record comes to.</param>
/// <param name="Fraction">The fraction that the call names; null where it names none.</param>
internal sealed record FoldOperation(
    Origin Origin, RecordInput Records, RecordFunction Function, Operation? Value, Operation? Condition, Unit Unit,
    bool TellsRecords = false, decimal? Fraction = null)
    : Operation(Origin, ValueKind.Number, Unit), ILooksAtRecords
{
    public Operation Over(RecordInput records) => this with { Records = records };

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Fold(this);

    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Value = Value is null ? null : part(Value), Condition = Condition is null ? null : part(Condition) };

    public override int GetHashCode() => HashOfPartsAnd((Records, Function, Fraction));
}

/// <summary>A field of the record that is being looked at, or an attribute of the subject as of the record's day.</summary>
internal sealed record FieldOperation(Origin Origin, RecordDefinition List, int Index)
    : LeafOperation(Origin, List.ColumnAt(Index).Kind, List.ColumnAt(Index).MeasuredIn)
{
    public FactDefinition Field => List.ColumnAt(Index);

    public override KnownTexts? OnlyTexts => KnownTexts.Of(Field.Name, Field.Values);

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Field(this);

    /// <summary>A field is the one of its name, in the list of its name: in which order the ruleset has them means nothing.</summary>
    public bool Equals(FieldOperation? other) =>
        base.Equals(other) && (List.Name, Field.Name) == (other!.List.Name, other.Field.Name);

    public override int GetHashCode() => (base.GetHashCode(), List.Name, Field.Name).GetHashCode();

    /// <summary>
    /// Whether an operation may differ from record to record: it looks at a field of one that stands outside of it, or at rows of
    /// the record's own period.
    /// </summary>
    public static bool IsIn(Operation operation) =>
        operation is FieldOperation or LookupOperation { DiffersByPeriod: true }
        || (operation is not (FoldOperation or ReachingOperation) && operation.Parts().Any(IsIn));
}
