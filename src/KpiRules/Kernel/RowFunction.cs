// Functions by what a call of them becomes: a call that is evaluated row by row, or an operation of its own.
using System;
using System.Collections.Generic;
using KpiRules.Linq;

namespace KpiRules.Kernel;

/// <summary>Writes a call in dynamic LINQ.</summary>
internal delegate LinqTerm LinqForm(ILinqWriter write, CallOperation call);

/// <summary>Says in which numbers a value lies that is there, by those in which the arguments do.</summary>
internal delegate Interval RangeRule(IReadOnlyList<Interval> arguments);

/// <summary>A function of the values of a row.</summary>
/// <param name="row">How it is evaluated.</param>
/// <param name="linq">How it is written in dynamic LINQ.</param>
/// <param name="reach">
/// What a call in a formula means where it looks at other periods, whose values the function is then given; null where it does not.
/// </param>
internal sealed class RowFunction(
    string name, Signature signature, Combining combining, FunctionText says, Example[] examples, RowForm row, LinqForm linq,
    Func<BoundCall, ReachingOperation>? reach = null)
    : Function(name, signature, combining, says, examples)
{
    public RowForm Row { get; } = row;

    /// <summary>In which numbers a value lies, by those of the arguments in order; any where nothing is said.</summary>
    public RangeRule Range { get; init; } = _ => Interval.Any;

    public LinqForm Linq { get; } = linq;

    public override bool LooksElsewhere => reach is not null;

    public override Operation Bind(BoundCall call) =>
        reach is not null ? reach(call) : new CallOperation(call.Origin, this, [.. call.Arguments], call.Kind, call.Unit);
}

/// <summary>A function that is short for an operation of its own, which every back end knows.</summary>
internal class BoundFunction(
    string name, Signature signature, Combining combining, FunctionText says, Example[] examples, Func<BoundCall, Operation> bind)
    : Function(name, signature, combining, says, examples)
{
    public sealed override Operation Bind(BoundCall call) => bind(call);
}

/// <summary>A function that looks at other periods; it is pushed down to the facts of each.</summary>
internal sealed class TimeFunction(
    string name, Signature signature, Combining combining, FunctionText says, Example[] examples, Func<BoundCall, Operation> bind)
    : BoundFunction(name, signature, combining, says, examples, bind)
{
    public override bool LooksElsewhere => true;
}

/// <summary>A function that looks at other subjects.</summary>
/// <param name="looksAt">Whom; those alike where it is called with an attribute.</param>
/// <param name="overEveryone">How it is called without an attribute where it otherwise needs one; null where it cannot be.</param>
internal sealed class PeopleFunction(
    string name, Signature signature, Combining combining, FunctionText says, Example[] examples, MembersKind looksAt,
    Func<BoundCall, Operation> bind, Signature? overEveryone = null)
    : BoundFunction(name, signature, combining, says, examples, bind)
{
    public override bool LooksElsewhere => true;

    public override MembersKind? LooksAt { get; } = looksAt;

    public override Signature? OverEveryone { get; } = overEveryone;
}
