// The operations that bring a value in: what the ruleset says, what the facts or the calendar say, what another cell says, or nothing.
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>A value written in the ruleset.</summary>
internal sealed record ConstantOperation(Origin Origin, FactValue Value, Unit Unit) : LeafOperation(Origin, Value.Kind!.Value, Unit)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Constant(this);

    public override decimal? ConstantNumber() => Value.Number;
}

/// <summary>A named constant.</summary>
internal sealed record ParameterOperation(Origin Origin, string Name, decimal Value, Unit Unit)
    : LeafOperation(Origin, ValueKind.Number, Unit)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Parameter(this);

    public override decimal? ConstantNumber() => Value;
}

/// <summary>Something looked up in the facts.</summary>
internal sealed record InputOperation(Origin Origin, Input Input, ValueKind Kind, Unit Unit) : LeafOperation(Origin, Kind, Unit)
{
    public InputOperation(Origin origin, FactDefinition fact)
        : this(origin, Input.Of(fact), fact.Kind, fact.MeasuredIn)
    {
    }

    public FactDefinition? Fact => Input.Fact;

    public override KnownTexts? OnlyTexts => Fact is null ? null : KnownTexts.Of(Fact.Name, Fact.Values);

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Input(this);
}

/// <summary>The result of another cell for the same subject.</summary>
/// <param name="Shown">What to call the cell, in the author's words; empty for a part that only we know.</param>
/// <param name="Lag">How far back the cell looks at everything, for whoever tells of it.</param>
internal sealed record CellOperation(Origin Origin, string Cell, ValueKind Kind, Unit Unit, string Shown, Lag Lag)
    : LeafOperation(Origin, Kind, Unit)
{
    /// <summary>All the texts the cell has; null where any may come.</summary>
    public KnownTexts? Known { get; init; }

    public override KnownTexts? OnlyTexts => Known;

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Cell(this);

    /// <summary>What it is called stands beside what it is.</summary>
    public bool Equals(CellOperation? other) => base.Equals(other) && (Cell, Lag).Equals((other!.Cell, other.Lag));

    public override int GetHashCode() => (base.GetHashCode(), Cell).GetHashCode();
}

/// <summary>A value that is never there, and why.</summary>
/// <param name="Of">Whose value the reason tells as its text, itself not available where that is not; null: it has a text of its own.
/// </param>
internal sealed record NoValueOperation(Origin Origin, Reason Reason, ValueKind Kind = ValueKind.Number, Operation? Of = null)
    : Operation(Origin, Kind, Unit.Unknown)
{
    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.NoValue(this);

    public override Operation Map(System.Func<Operation, Operation> part) => Of is null ? this : this with { Of = part(Of) };

    public override int GetHashCode() => HashOfPartsAnd(Reason);
}
