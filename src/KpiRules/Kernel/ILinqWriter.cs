// What writes operations in dynamic LINQ, as functions see it.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Linq;

namespace KpiRules.Kernel;

internal interface ILinqWriter
{
    /// <summary>A part of an operation; a long one has a parameter of its own.</summary>
    LinqTerm Part(Operation operation);

    /// <summary>A part that is written several times.</summary>
    LinqTerm Short(Operation operation);

    /// <inheritdoc cref="Short(Operation)"/>
    LinqTerm Short(LinqTerm term);

    /// <summary>Gives a term a parameter of its own where it is long.</summary>
    LinqTerm Cut(LinqTerm term);

    /// <summary>What an operation comes to; null where it depends on anything but the ruleset.</summary>
    LinqTerm? Constant(Operation operation);

    LinqTerm Calendar(CalendarFact fact, Lag lag);

    /// <summary>A value of several that must be there.</summary>
    /// <param name="value">Takes them as they are written where they are there.</param>
    LinqTerm Lifted(ValueKind kind, IEnumerable<LinqTerm> arguments, Func<string[], LinqTerm> value);

    LinqTerm Plus(LinqTerm left, LinqTerm right);

    /// <summary>All conditions or any, by Kleene's logic.</summary>
    LinqTerm Logic(bool isAnd, IEnumerable<LinqTerm> operands);

    /// <param name="left">Short, as the other.</param>
    LinqTerm Compare(ComparisonSign sign, ValueKind kind, LinqTerm left, LinqTerm right);

    /// <summary>Notes that something is worked out in binary numbers, which agree with ours to 15 digits only.</summary>
    void Approximate();
}
