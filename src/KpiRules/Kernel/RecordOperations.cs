// The functions over records with every name bound.
using System;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal enum RecordFunction
{
    Sum,
    Count,
    CountDistinct,
    Average,
    Min,
    Max,
}

/// <summary>Which records: of which list, how far back, over which stretch of time.</summary>
internal sealed record RecordInput(RecordDefinition List, Lag Lag, TimeWindow Window)
{
    public static RecordInput Of(RecordDefinition list) => new(list, Lag.None, TimeWindow.None);
}

/// <summary>A function over the records of a subject.</summary>
/// <param name="Value">What is looked at in each; null where records are only counted.</param>
/// <param name="Condition">Which of them count; null for all.</param>
internal sealed record RecordOperation(Origin Origin, RecordInput Records, RecordFunction Function, Operation? Value, Operation? Condition, string? Unit)
    : Operation(Origin, ValueKind.Number, Unit)
{
    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Value = Value is null ? null : part(Value), Condition = Condition is null ? null : part(Condition) };
}

/// <summary>A field of the record that is being looked at.</summary>
internal sealed record FieldOperation(Origin Origin, RecordDefinition List, int Index)
    : LeafOperation(Origin, List.Fields[Index].Kind, List.Fields[Index].Unit)
{
    public FactDefinition Field => List.Fields[Index];

    /// <summary>Whether an expression looks at a field of a record that stands outside of it.</summary>
    public static bool IsIn(Operation expression) =>
        expression is FieldOperation || (expression is not RecordOperation && expression.Parts().Any(IsIn));
}
