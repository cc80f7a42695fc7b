// What writes operations in dynamic LINQ, as functions see it.
using System;
using System.Collections.Generic;
using KpiRules.Facts;
using KpiRules.Linq;

namespace KpiRules.Kernel;

internal interface ILinqWriter
{
    /// <summary>A part of an operation; a long one has a parameter of its own.</summary>
    Term Part(Operation operation);

    /// <summary>A part that is written several times.</summary>
    Term Short(Operation operation);

    /// <inheritdoc cref="Short(Operation)"/>
    Term Short(Term term);

    /// <summary>Gives a term a parameter of its own where it is long.</summary>
    Term Cut(Term term);

    /// <summary>What an operation comes to; null where it depends on anything but the ruleset.</summary>
    Term? Constant(Operation operation);

    Term Calendar(CalendarFact fact, Lag lag);

    /// <summary>A value of several that must be there.</summary>
    /// <param name="value">Takes them as they are written where they are there.</param>
    Term Lifted(ValueKind kind, IEnumerable<Term> arguments, Func<string[], Term> value);

    Term Plus(Term left, Term right);

    /// <summary>All conditions or any, by Kleene's logic.</summary>
    Term Logic(bool isAnd, IEnumerable<Term> operands);

    /// <param name="left">Short, as the other.</param>
    Term Compare(ComparisonSign sign, ValueKind kind, Term left, Term right);

    /// <summary>Notes that something is worked out in binary numbers, which agree with ours to 15 digits only.</summary>
    void Approximate();
}
