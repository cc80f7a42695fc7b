// Puts terms of dynamic LINQ together: null is "not available", and a value is asked for only where it is there.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Linq;

internal static class Terms
{
    public static LinqTerm Primary(string text) => new(text, false, Rank.Primary);

    public static LinqTerm Signed(string sign, LinqTerm operand) => new(sign + operand.At(Rank.Primary), operand.MayBeNull, Rank.Unary);

    public static LinqTerm Coalesce(LinqTerm wanted, LinqTerm otherwise) =>
        new($"{wanted.At(Rank.Or)} ?? {otherwise.At(Rank.Or)}", otherwise.MayBeNull, Rank.Coalesce);

    public static LinqTerm Times(LinqTerm left, LinqTerm right) =>
        new($"{left.At(Rank.Product)} * {right.At(Rank.Unary)}", left.MayBeNull || right.MayBeNull, Rank.Product);

    /// <param name="condition">True or false, never null.</param>
    public static LinqTerm If(string condition, LinqTerm then, LinqTerm otherwise) => new(
        $"{condition} ? {then.At(Rank.Coalesce)} : {otherwise.Text}", then.MayBeNull || otherwise.MayBeNull, Rank.Choice);

    /// <summary>The value where others are there; without one of them, none.</summary>
    public static LinqTerm Guarded(IEnumerable<LinqTerm> needed, LinqTerm value, ValueKind kind)
    {
        var missing = MissingOf(needed);
        return missing.Count == 0 ? value : If(string.Join(" || ", missing.Select(term => term + " == null")), LinqTerm.Null(kind), value);
    }

    /// <summary>Those that may be null.</summary>
    public static List<string> MissingOf(IEnumerable<LinqTerm> needed) =>
        needed.Where(term => term.MayBeNull).Select(term => term.At(Rank.Sum)).Distinct().ToList();

    /// <summary>A value where it is known to be there.</summary>
    public static string ValueOf(LinqTerm term) => term.MayBeNull ? term.Text + ".Value" : term.At(Rank.Primary);
}
