// The operations of arithmetic: exact decimals; not available in, not available out; a division by zero is not available.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal enum ArithmeticSign
{
    Plus,
    Minus,
    Times,
    Divide,
    Remainder,
}

internal sealed record NegationOperation(Origin Origin, Operation Operand) : Operation(Origin, ValueKind.Number, Operand.Unit)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Negation(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Operand = part(Operand) };

    public override int GetHashCode() => HashOfParts();

    public override decimal? ConstantNumber() => -Operand.ConstantNumber();
}

/// <summary>Numbers under signs of one rank, from left to right: a sum with its differences, or a product with its quotients.</summary>
/// <param name="Signs">One between each operand and the next.</param>
internal sealed record ArithmeticOperation(
    Origin Origin, ValueList<Operation> Operands, ValueList<ArithmeticSign> Signs, Unit Unit)
    : Operation(Origin, ValueKind.Number, Unit)
{
    /// <summary>Of two numbers.</summary>
    public ArithmeticOperation(Origin origin, Operation left, ArithmeticSign sign, Operation right, Unit unit)
        : this(origin, [left, right], [sign], unit)
    {
    }

    /// <summary>A sum or difference; else a product, quotient or remainder.</summary>
    public bool IsSum => Signs[0] is ArithmeticSign.Plus or ArithmeticSign.Minus;

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Arithmetic(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Operands = Map(Operands, part) };

    public override int GetHashCode() => HashOfPartsAnd(Signs);

    public override IReadOnlyList<Operation> Parts() => Operands;

    /// <summary>All of them added up.</summary>
    public static ArithmeticOperation Sum(Origin origin, IReadOnlyList<Operation> operands, Unit unit) =>
        new(origin, [.. operands], Enumerable.Repeat(ArithmeticSign.Plus, operands.Count - 1).ToArray(), unit);
}
