// The operation that calls a function of the formula language.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <param name="Lag">How far back a function of the calendar looks.</param>
internal sealed record CallOperation(
    Origin Origin, RowFunction Function, ValueList<Operation> Arguments, ValueKind Kind, Unit Unit, Lag Lag)
    : Operation(Origin, Kind, Unit), ILooksAtCalendar
{
    public CallOperation(Origin origin, RowFunction function, ValueList<Operation> arguments, ValueKind kind, Unit unit)
        : this(origin, function, arguments, kind, unit, Lag.None)
    {
    }

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Call(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Arguments = Map(Arguments, part) };

    public override int GetHashCode() => HashOfPartsAnd((Function, Lag));

    public override IEnumerable<(Operation One, Operation Other)> Compared() => Function.Row.HoldsFirstAgainstOthers
        ? Arguments.Skip(1).Select(other => (Arguments[0], other))
        : [];

    public Operation At(Lag lag) => this with { Lag = lag };
}
