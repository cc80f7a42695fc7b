// All there is to know of a function of the formula language: signature, combination, documentation, examples, and how a call is bound.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Lookup;

namespace KpiRules.Kernel;

/// <summary>One object a function; readers, back ends, documentation and tests ask it.</summary>
/// <param name="combining">How a call combines over periods and people.</param>
/// <param name="says">What it gives, in a sentence.</param>
/// <param name="examples">Formulas over the facts of the function tests, and what they give.</param>
internal abstract class Function(string name, Signature signature, Combining combining, FunctionText says, Example[] examples)
{
    public string Name { get; } = name;

    public Signature Signature { get; } = signature;

    /// <summary>How it is called without a group, and then over everyone; null where it cannot be.</summary>
    public virtual Signature? OverEveryone => null;

    /// <summary>How many arguments it takes, for a message.</summary>
    public Term Arity => OverEveryone is { } shorter
        ? new Term("arity.between", shorter.Parameters.Count - shorter.Optional, Signature.Parameters.Count)
        : Signature.Arity;

    public Combining Combining { get; } = combining;

    public FunctionText Says { get; } = says;

    public IReadOnlyList<Example> Examples { get; } = examples;

    /// <summary>Whether it looks at other periods or other subjects, where no field of a record is.</summary>
    public virtual bool LooksElsewhere => false;

    /// <summary>Whether it looks for other subjects, and where; null where it does not.</summary>
    public virtual MembersKind? LooksAt => null;

    /// <summary>The signature that a call with so many arguments is held against.</summary>
    public Signature SignatureOf(int arguments) =>
        OverEveryone is { } shorter && shorter.Accepts(arguments) ? shorter : Signature;

    /// <summary>Every way to call it, as the documentation writes it.</summary>
    public IEnumerable<string> Written() => (OverEveryone?.Written(Name) ?? []).Concat(Signature.Written(Name));

    /// <summary>What a call means; number and types of the arguments are right already.</summary>
    public abstract Operation Bind(BoundCall call);

    public override string ToString() => Name;
}

/// <summary>What a function says of itself, in one sentence without a full stop.</summary>
internal sealed record FunctionText(string Zh, string En);

/// <param name="Gives">The value as an invariant text; <c>n/a</c> where there is none.</param>
internal readonly record struct Example(string Formula, string Gives);

/// <summary>A call whose arguments fit the signature.</summary>
/// <param name="Periods">How many periods it names, 1 where it names none.</param>
/// <param name="Members">Which subjects it looks at; null where it looks at no others.</param>
/// <param name="Kind">The type of the result.</param>
/// <param name="Unit">The unit of the result.</param>
/// <param name="Arguments">But for the fraction.</param>
/// <param name="List">The records it looks at; null where it looks at none.</param>
/// <param name="Fraction">The fraction it names; null where it names none.</param>
/// <param name="IsInRecord">Whether it stands where fields of a record are looked at.</param>
/// <param name="Table">The table it looks in; null where it looks in none.</param>
/// <param name="Value">Which value of the table's rows.</param>
internal sealed record BoundCall(
    Origin Origin, Function Function, IReadOnlyList<Operation> Arguments, ValueKind Kind, Unit Unit, int Periods, Members? Members,
    RecordDefinition? List = null, decimal? Fraction = null, bool IsInRecord = false, LookupTable? Table = null, int Value = 0)
{
    /// <summary>The formula that is looked at for other subjects; the name of their group stands before it.</summary>
    public Operation Inner => Arguments[FirstInner];

    /// <summary>Which of the members count; null for all.</summary>
    public Operation? Condition => Arguments.Count > FirstInner + 1 ? Arguments[Arguments.Count - 1] : null;

    private int FirstInner => Members is { Kind: MembersKind.Alike } ? 1 : 0;
}
