// The operation that tells a step of an explanation; its value is that of what it labels.
using System;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <summary>What a step of an explanation says.</summary>
internal enum StepKind
{
    /// <summary>The part of a value that lies in a row, times the row's rate.</summary>
    Tier,

    /// <summary>The row that holds a value.</summary>
    Row,

    /// <summary>A place between two points.</summary>
    Line,

    /// <summary>The case of a text.</summary>
    Case,

    /// <summary>A field of a grid.</summary>
    Field,

    /// <summary>What a record comes to.</summary>
    Record,

    /// <summary>A score with its weight.</summary>
    Score,

    /// <summary>What had come together up to a period.</summary>
    UpTo,

    /// <summary>The value of one of several periods.</summary>
    Period,

    /// <summary>How severe a warning's conditions were in a period.</summary>
    Level,

    /// <summary>The mean of the periods before.</summary>
    Mean,

    /// <summary>The same, with their standard deviation.</summary>
    Spread,

    /// <summary>The same, with what lies so many standard deviations below and above.</summary>
    Limits,

    /// <summary>How often a constant counts.</summary>
    Count,

    /// <summary>How many subjects go together.</summary>
    Members,

    /// <summary>What is divided among whom.</summary>
    Pool,

    /// <summary>The place in a rating, among how many, and how many share it.</summary>
    Place,

    /// <summary>The places that a grade has in a rating.</summary>
    Grade,

    /// <summary>What is done with those who are tied across the border of two grades.</summary>
    Tied,

    /// <summary>What was looked up in a table, and the row that answered.</summary>
    Lookup,

    /// <summary>What was looked up in a table that has no such row, and so is what the table says else.</summary>
    LookupElse,

    /// <summary>A group too small for its places to be divided.</summary>
    SmallGroup,

    /// <summary>A part of what a line earned, and in which period.</summary>
    Released,
}

/// <summary>What a step says in words: a text, a value of the facts, or a period; or nothing.</summary>
/// <param name="Words">Known beforehand; empty where one of the others says it.</param>
/// <param name="Value">A text that only the facts know; null for none.</param>
/// <param name="Period">The period so far back; where there is no such period, nothing is told. Null for none.</param>
internal sealed record StepText(string Words, Operation? Value = null, Lag? Period = null)
{
    public static StepText None { get; } = new("");
}

/// <summary>Tells its step once the inner value is there.</summary>
/// <param name="Numbers">The figures, by the kind of step in a fixed order; null for one that there is not.</param>
/// <param name="TellsResult">Whether the inner value is told as what came of it.</param>
/// <param name="FirstIf">Told before the inner value is asked for, be it there or not, where this holds; null: afterwards.</param>
internal sealed record LabelOperation(
    Origin Origin, StepKind Step, StepText Text, ValueList<Operation?> Numbers, Operation Inner, bool TellsResult,
    Operation? FirstIf = null)
    : Operation(Origin, Inner.Kind, Inner.Unit)
{
    public override KnownTexts? OnlyTexts => Kind == ValueKind.Text ? KnownTexts.OfEither(this, [Inner]) : null;

    public override T Accept<T>(IOperationVisitor<T> visitor) => visitor.Label(this);

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        Text = Text.Value is null ? Text : Text with { Value = part(Text.Value) },
        Numbers = Numbers.Select(number => number is null ? null : part(number)).ToArray(),
        FirstIf = FirstIf is null ? null : part(FirstIf),
        Inner = part(Inner),
    };

    public override int GetHashCode() => HashOfPartsAnd((Step, Text.Words));
}
