// Writing of conditions and choices, by Kleene's logic.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private Term Logic(bool isAnd, IEnumerable<Term> operands)
    {
        var rank = isAnd ? Rank.And : Rank.Or;
        Term? all = null;
        foreach (var operand in operands)
            all = all is { } so ? Cut(new Term($"{so.At(rank)} {(isAnd ? "&&" : "||")} {operand.At(rank + 1)}", so.MayBeNull || operand.MayBeNull, rank)) : operand;
        return all!.Value;
    }

    /// <param name="left">Short, as the other.</param>
    private static Term Compare(ComparisonSign sign, ValueKind kind, Term left, Term right) =>
        Comparison(sign, kind, left, right) is var text && MissingOf([left, right]) is { Count: > 0 } there
            ? Guarded([left, right], new Term(text, false, Rank.Comparison), ValueKind.Boolean) with { Known = new KnownIf(there, text) }
            : new Term(text, false, Rank.Comparison);

    /// <summary>A comparison of values that are there.</summary>
    private static string Comparison(ComparisonSign sign, ValueKind kind, Term left, Term right)
    {
        var isOrder = sign is not (ComparisonSign.Equal or ComparisonSign.NotEqual);
        return kind switch
        {
            ValueKind.Text when isOrder => $"string.CompareOrdinal({left.Text}, {right.Text}) {SignOf(sign)} 0",
            ValueKind.Boolean when isOrder => $"({left.Text} == true ? 1 : 0) {SignOf(sign)} ({right.Text} == true ? 1 : 0)",
            ValueKind.Text or ValueKind.Boolean or ValueKind.Number or ValueKind.Date => $"{left.At(Rank.Sum)} {SignOf(sign)} {right.At(Rank.Sum)}",
        };
    }

    /// <summary>One of two values; without a condition that is known, none.</summary>
    private Term Choose(Term condition, Term then, Term otherwise, ValueKind kind)
    {
        if (Known(condition) is { } holds)
            return holds ? then : otherwise;
        if (!condition.MayBeNull)
            return If(condition.At(Rank.Coalesce), then, otherwise);
        if (condition.Known is { } known)
            return If(string.Join(" || ", known.There.Select(term => term + " == null")), Term.Null(kind), If(known.Holds, then, otherwise));
        condition = Short(condition);
        return If($"{condition.Text} == true", then, If($"{condition.Text} == false", otherwise, Term.Null(kind)));
    }

    /// <summary>Whether a condition is a literal, and which.</summary>
    private static bool? Known(Term condition) => condition.Text switch { "true" => true, "false" => false, _ => null };

    /// <param name="condition">True or false, never null.</param>
    private static Term If(string condition, Term then, Term otherwise) => new(
        $"{condition} ? {then.At(Rank.Coalesce)} : {otherwise.Text}", then.MayBeNull || otherwise.MayBeNull, Rank.Choice);

    /// <summary>The value where others are there; without one of them, none.</summary>
    private static Term Guarded(IEnumerable<Term> needed, Term value, ValueKind kind)
    {
        var missing = MissingOf(needed);
        return missing.Count == 0 ? value : If(string.Join(" || ", missing.Select(term => term + " == null")), Term.Null(kind), value);
    }

    /// <summary>Those that may be null.</summary>
    private static List<string> MissingOf(IEnumerable<Term> needed) => needed.Where(term => term.MayBeNull).Select(term => term.At(Rank.Sum)).Distinct().ToList();

    /// <summary>A value of several that must be there.</summary>
    /// <param name="value">Takes them as they are written where they are there.</param>
    private Term Lifted(ValueKind kind, IEnumerable<Term> arguments, Func<string[], Term> value)
    {
        var needed = arguments.Select(Short).ToArray();
        return Guarded(needed, value(needed.Select(ValueOf).ToArray()), kind);
    }

    /// <summary>A value where it is known to be there.</summary>
    private static string ValueOf(Term term) => term.MayBeNull ? term.Text + ".Value" : term.At(Rank.Primary);

    /// <summary>Whether a condition is known to be so.</summary>
    private static string Is(Term condition, bool value) => value && condition.Known is { } known
        ? string.Join("", known.There.Select(term => $"{term} != null && ")) + known.Holds
        : condition.MayBeNull ? $"{condition.At(Rank.Sum)} == {(value ? "true" : "false")}" : value ? condition.At(Rank.Coalesce) : "!" + condition.At(Rank.Primary);

    private Term In(CallOperation call)
    {
        var wanted = Short(call.Arguments[0]);
        var candidates = call.Arguments.Skip(1).Select(Short).ToList();
        return WhereKnown(wanted, known => Logic(false, candidates.Select(candidate => Compare(ComparisonSign.Equal, call.Arguments[0].Kind, known, candidate))));
    }

    private Term Between(CallOperation call)
    {
        var (between, low, high) = (Short(call.Arguments[0]), Short(call.Arguments[1]), Short(call.Arguments[2]));
        var kind = call.Arguments[0].Kind;
        return WhereKnown(between, known => Logic(true, [Compare(ComparisonSign.GreaterOrEqual, kind, known, low), Compare(ComparisonSign.LessOrEqual, kind, known, high)]));
    }

    /// <summary>A condition on a value that is looked at several times, and asked for once whether it is there.</summary>
    private static Term WhereKnown(Term value, Func<Term, Term> condition) => Guarded([value], condition(value with { MayBeNull = false }), ValueKind.Boolean);

    private static string SignOf(ComparisonSign sign) => sign switch
    {
        ComparisonSign.Equal => "==",
        ComparisonSign.NotEqual => "!=",
        ComparisonSign.Less => "<",
        ComparisonSign.LessOrEqual => "<=",
        ComparisonSign.Greater => ">",
        ComparisonSign.GreaterOrEqual => ">=",
    };
}
