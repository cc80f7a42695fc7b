// What a function takes and what it gives.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Kernel;

internal enum ParameterKind
{
    Number,
    Boolean,
    Text,
    Date,

    /// <summary>The name of an attribute that puts subjects into groups.</summary>
    Attribute,

    /// <summary>The name of a list of records.</summary>
    Records,

    /// <summary>How many periods: a whole number that <see cref="Signature.AcceptsPeriods"/>, as a literal or a parameter.</summary>
    Periods,

    /// <summary>Which part of the values lies below: a number from 0 to 1, as a literal or a parameter.</summary>
    Fraction,

    /// <summary>The name of a value of a table, behind that of the table.</summary>
    TableValue,

    /// <summary>Any type.</summary>
    Any,

    /// <summary>Any type, but all parameters of this kind must have the same.</summary>
    Same,
}

/// <param name="Name">What the documentation calls it.</param>
internal readonly record struct Parameter(string Name, ParameterKind Kind)
{
    public static Parameter Number(string name) => new(name, ParameterKind.Number);

    public static Parameter Boolean(string name) => new(name, ParameterKind.Boolean);

    public static Parameter Text(string name) => new(name, ParameterKind.Text);

    public static Parameter Date(string name) => new(name, ParameterKind.Date);

    public static Parameter Attribute(string name) => new(name, ParameterKind.Attribute);

    public static Parameter Periods(string name) => new(name, ParameterKind.Periods);

    public static Parameter Records(string name) => new(name, ParameterKind.Records);

    public static Parameter Fraction(string name) => new(name, ParameterKind.Fraction);

    public static Parameter TableValue(string name) => new(name, ParameterKind.TableValue);

    public static Parameter Any(string name) => new(name, ParameterKind.Any);

    public static Parameter Same(string name) => new(name, ParameterKind.Same);
}

internal enum ResultUnit
{
    None,

    /// <summary>A number that goes with any unit.</summary>
    Plain,

    /// <summary>The unit the arguments share; mixing units is worth a warning.</summary>
    Shared,

    /// <summary>The unit of the first argument, a list of records left aside.</summary>
    First,

    /// <summary>The unit of the second argument.</summary>
    Second,
    Days,

    /// <summary>How many there are of what is looked at.</summary>
    Tally,
    Percent,
}

/// <param name="Parameters">Where <paramref name="IsVariadic"/>, the last stands for one or more.</param>
/// <param name="Result">Null: the type its <see cref="ParameterKind.Same"/> parameters have.</param>
/// <param name="Optional">How many of the last parameters may be left out.</param>
/// <param name="LeastPeriods">The least number of periods it can do with.</param>
internal sealed record Signature(
    IReadOnlyList<Parameter> Parameters, ValueKind? Result, ResultUnit Unit, bool IsVariadic = false, int Optional = 0,
    int LeastPeriods = 1)
{
    public const int MostPeriods = 366;

    public bool Accepts(int arguments) =>
        arguments >= Parameters.Count - Optional && (IsVariadic || arguments <= Parameters.Count);

    public bool AcceptsPeriods(decimal number) => number >= LeastPeriods && number <= MostPeriods && number == decimal.Truncate(number);

    public ParameterKind ParameterAt(int index) => Parameters[System.Math.Min(index, Parameters.Count - 1)].Kind;

    /// <summary>How many arguments it takes, for a message.</summary>
    public Term Arity => IsVariadic ? new Term("arity.atLeast", Parameters.Count)
        : Optional > 0 ? new Term("arity.between", Parameters.Count - Optional, Parameters.Count)
        : Parameters.Count > 1 ? new Term("arity.exactly", Parameters.Count)
        : new Term(Parameters.Count == 1 ? "arity.one" : "arity.none");

    /// <summary>Every way to call it, as the documentation writes it: <c>Round(x)</c>, <c>Round(x, digits)</c>.</summary>
    public IEnumerable<string> Written(string name) => Enumerable.Range(Parameters.Count - Optional, Optional + 1)
        .Select(
            count => $"{name}({string.Join(", ", Parameters.Take(count).Select(parameter => parameter.Name))}{(IsVariadic ? ", …" : "")})");
}
