// What the functions of a control chart become once they are pushed down: values held against those of the periods before.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Formulas;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <summary>How many standard deviations a value lies above the mean of those before it.</summary>
/// <param name="Before">The latest first.</param>
internal sealed record ZScoreOperation(Origin Origin, Operation Value, IReadOnlyList<Operation> Before) : Operation(Origin, ValueKind.Number, Units.Plain)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Value = part(Value), Before = Map(Before, part) };
}

/// <summary>Whether a value lies more than so many standard deviations away from the mean of those before it.</summary>
/// <param name="Before">The latest first.</param>
/// <param name="Limit">How many.</param>
internal sealed record BeyondOperation(Origin Origin, Operation Value, IReadOnlyList<Operation> Before, Operation Limit)
    : Operation(Origin, ValueKind.Boolean, null)
{
    public override Operation Map(Func<Operation, Operation> part) =>
        this with { Value = part(Value), Before = Map(Before, part), Limit = part(Limit) };
}

/// <summary>Whether values all lie strictly above, or all strictly below, the mean of those before them.</summary>
/// <param name="Values">The latest first.</param>
/// <param name="Before">The latest first.</param>
internal sealed record SameSideOperation(Origin Origin, IReadOnlyList<Operation> Values, IReadOnlyList<Operation> Before)
    : Operation(Origin, ValueKind.Boolean, null)
{
    public override Operation Map(Func<Operation, Operation> part) => this with { Values = Map(Values, part), Before = Map(Before, part) };
}
