// Writing of conditions and choices, by Kleene's logic.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Linq.Terms;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    public LinqTerm Logic(bool isAnd, IEnumerable<LinqTerm> operands)
    {
        var rank = isAnd ? Rank.And : Rank.Or;
        LinqTerm? all = null;
        foreach (var operand in operands)
            all = all is { } so
                ? Cut(new LinqTerm(
                    $"{so.At(rank)} {(isAnd ? "&&" : "||")} {operand.At(rank + 1)}", so.MayBeNull || operand.MayBeNull, rank))
                : operand;
        return all!.Value;
    }

    public LinqTerm Compare(ComparisonSign sign, ValueKind kind, LinqTerm left, LinqTerm right) =>
        Comparison(sign, kind, left, right) is var text && MissingOf([left, right]) is { Count: > 0 } there
            ? Guarded([left, right], new LinqTerm(text, false, Rank.Comparison), ValueKind.Boolean) with
            {
                Known = new KnownIf(there, text)
            }
            : new LinqTerm(text, false, Rank.Comparison);

    /// <summary>A comparison of values that are there.</summary>
    private static string Comparison(ComparisonSign sign, ValueKind kind, LinqTerm left, LinqTerm right)
    {
        var isOrder = sign is not (ComparisonSign.Equal or ComparisonSign.NotEqual);
        return kind switch
        {
            ValueKind.Text when isOrder => $"string.CompareOrdinal({left.Text}, {right.Text}) {SignOf(sign)} 0",
            ValueKind.Boolean when isOrder => $"({left.Text} == true ? 1 : 0) {SignOf(sign)} ({right.Text} == true ? 1 : 0)",
            ValueKind.Text or ValueKind.Boolean or ValueKind.Number or ValueKind.Date =>
                $"{left.At(Rank.Sum)} {SignOf(sign)} {right.At(Rank.Sum)}",
        };
    }

    /// <summary>One of two values; without a condition that is known, none.</summary>
    private LinqTerm Choose(LinqTerm condition, LinqTerm then, LinqTerm otherwise, ValueKind kind)
    {
        if (Known(condition) is { } holds)
            return holds ? then : otherwise;
        if (!condition.MayBeNull)
            return If(condition.At(Rank.Coalesce), then, otherwise);
        if (condition.Known is { } known)
            return If(
                string.Join(" || ", known.There.Select(term => term + " == null")), LinqTerm.Null(kind), If(known.Holds, then, otherwise));
        condition = Short(condition);
        return If($"{condition.Text} == true", then, If($"{condition.Text} == false", otherwise, LinqTerm.Null(kind)));
    }

    /// <summary>Whether a condition is a literal, and which.</summary>
    private static bool? Known(LinqTerm condition) => condition.Text switch { "true" => true, "false" => false, _ => null };

    public LinqTerm Lifted(ValueKind kind, IEnumerable<LinqTerm> arguments, Func<string[], LinqTerm> value)
    {
        var needed = arguments.Select(Short).ToArray();
        return Guarded(needed, value(needed.Select(ValueOf).ToArray()), kind);
    }

    /// <summary>Whether a condition is known to be so.</summary>
    private static string Is(LinqTerm condition, bool value) => value && condition.Known is { } known
        ? string.Join("", known.There.Select(term => $"{term} != null && ")) + known.Holds
        : condition.MayBeNull ? $"{condition.At(Rank.Sum)} == {(value ? "true" : "false")}"
        : value ? condition.At(Rank.Coalesce)
        : "!" + condition.At(Rank.Primary);

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
