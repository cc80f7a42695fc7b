// The operation that looks a value up in a table: that of the row whose keys match.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Lookup;

namespace KpiRules.Kernel;

/// <summary>Not available where one of the keys is not.</summary>
/// <param name="Value">Which value of the row.</param>
/// <param name="Keys">One for each key of the table, in its order.</param>
/// <param name="Lag">How far back rows that come with the facts are looked for; for a record, they are those of its own period.</param>
internal sealed record LookupOperation(Origin Origin, LookupTable Table, int Value, ValueList<Operation> Keys, Lag Lag)
    : Operation(Origin, Table.ValueAt(Value).Kind, Table.ValueAt(Value).MeasuredIn), ILooksAtCalendar
{
    /// <summary>Whether other rows may hold for other periods.</summary>
    public bool DiffersByPeriod => Table.Definition.IsGiven;

    /// <summary>Of rows that come with the facts nobody knows.</summary>
    public override KnownTexts? OnlyTexts => Kind == ValueKind.Text && Table.TextsOf(Value) is { } texts
        ? new KnownTexts($"{Table.Definition.Name}.{Table.ValueAt(Value).Name}", texts, MayGrow: true)
        : null;

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Lookup(this);

    public override Operation Map(Func<Operation, Operation> part) => this with { Keys = Map(Keys, part) };

    public override IReadOnlyList<Operation> Parts() => Keys;

    /// <summary>A table is the one of its name, and so is a value: in which order the ruleset has them means nothing.</summary>
    public bool Equals(LookupOperation? other) => base.Equals(other)
        && (Table.Definition.Name, Table.ValueAt(Value).Name, Lag).Equals(
            (other!.Table.Definition.Name, other.Table.ValueAt(other.Value).Name, other.Lag))
        && Keys.Equals(other.Keys);

    public override int GetHashCode() => HashOfPartsAnd((Table.Definition.Name, Table.ValueAt(Value).Name, Lag));

    /// <summary>The same in the rows of a period so far back.</summary>
    public Operation At(Lag lag) => this with { Lag = lag };
}
