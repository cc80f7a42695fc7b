// The operations of conditions, by Kleene's logic.
using System;
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal enum ComparisonSign
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// <summary>Not available where either side is not.</summary>
internal sealed record ComparisonOperation(Origin Origin, ComparisonSign Sign, Operation Left, Operation Right)
    : Operation(Origin, ValueKind.Boolean, Unit.Unknown)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Comparison(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Left = part(Left), Right = part(Right) };

    public override int GetHashCode() => HashOfPartsAnd(Sign);

    public override IEnumerable<(Operation One, Operation Other)> Compared() => [(Left, Right)];
}

internal sealed record NotOperation(Origin Origin, Operation Operand) : Operation(Origin, ValueKind.Boolean, Unit.Unknown)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Not(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Operand = part(Operand) };

    public override int GetHashCode() => HashOfParts();
}

/// <summary>Whether all conditions hold, or any of them; what is not known matters only where it decides.</summary>
internal sealed record LogicOperation(Origin Origin, bool IsAnd, ValueList<Operation> Operands)
    : Operation(Origin, ValueKind.Boolean, Unit.Unknown)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Logic(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Operands = Map(Operands, part) };

    public override int GetHashCode() => HashOfPartsAnd(IsAnd);

    public override IReadOnlyList<Operation> Parts() => Operands;
}
