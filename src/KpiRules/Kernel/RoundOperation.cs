// The operation that rounds a number, as an incentive line is at its end.
using System;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal sealed record RoundOperation(Origin Origin, Operation Inner, RoundingRule Rule) : Operation(Origin, ValueKind.Number, Inner.Unit)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Round(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Inner = part(Inner) };

    public override int GetHashCode() => HashOfPartsAnd(Rule);
}

internal sealed record RoundingRule(int Decimals, Rounding Rounding);
