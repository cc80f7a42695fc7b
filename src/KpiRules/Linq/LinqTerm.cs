// A piece of dynamic LINQ: its text, how tightly it holds together, and whether its value may be null.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using KpiRules.Facts;

namespace KpiRules.Linq;

/// <summary>How tightly an expression holds together, the loosest first.</summary>
internal enum Rank
{
    Choice,
    Coalesce,
    Or,
    And,
    Comparison,
    Sum,
    Product,
    Unary,
    Primary,
}

/// <param name="MayBeNull">Whether its type is nullable; null is <em>not available</em>.</param>
/// <param name="IsShort">A name or a literal: nothing is lost by writing it twice.</param>
/// <param name="Cell">The cell whose value it is, by which to call it should it need a name; null for a part of one.</param>
/// <param name="Known">Of a condition that may be null: when it is not, and what it then says; null for anything else.</param>
internal readonly record struct LinqTerm(
    string Text, bool MayBeNull, Rank Rank, bool IsShort = false, string? Cell = null, KnownIf? Known = null)
{
    public static LinqTerm Name(string name, bool mayBeNull) => new(name, mayBeNull, Rank.Primary, true);

    public static LinqTerm Null(ValueKind kind) => new($"{TypeOf(kind, true)}(null)", true, Rank.Primary, true);

    /// <summary>A literal with <c>m</c>; one without a point must fit 64 bits, so that longer ones get one.</summary>
    public static LinqTerm Of(decimal number)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return new LinqTerm(
            text + (text.Contains(".") || Math.Abs(number) <= long.MaxValue ? "m" : ".0m"),
            false,
            number < 0 ? Rank.Unary : Rank.Primary,
            true);
    }

    public static LinqTerm Of(bool value) => Name(value ? "true" : "false", false);

    public static LinqTerm OfDay(DateTime day) => Name(FormattableString.Invariant($"DateTime({day.Year}, {day.Month}, {day.Day})"), false);

    public static LinqTerm Of(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
            quoted.Append(
                character is '"' or '\\' ? "\\" + character : char.IsControl(character) ? $"\\u{(int)character:x4}" : character.ToString());
        return Name(quoted.Append('"').ToString(), false);
    }

    public static LinqTerm Of(FactValue value) => value.Kind switch
    {
        ValueKind.Number => Of(value.Number!.Value),
        ValueKind.Boolean => Of(value.Boolean!.Value),
        ValueKind.Text => Of(value.Text!),
        ValueKind.Date or null => OfDay(value.Date!.Value),
    };

    public static string TypeOf(ValueKind kind, bool mayBeNull) => kind switch
    {
        ValueKind.Text => "string",
        ValueKind.Number => mayBeNull ? "decimal?" : "decimal",
        ValueKind.Boolean => mayBeNull ? "bool?" : "bool",
        ValueKind.Date => mayBeNull ? "DateTime?" : "DateTime",
    };

    /// <summary>The text where something at least as tight is needed.</summary>
    public string At(Rank least) => Rank >= least ? Text : $"({Text})";
}

/// <summary>A condition in two parts: what must be there for it to be known, and what it says then.</summary>
/// <param name="There">Terms that must not be null.</param>
/// <param name="Holds">True or false, never null.</param>
internal sealed record KnownIf(IReadOnlyList<string> There, string Holds);
