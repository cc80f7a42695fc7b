// The functions that tell whether a value is one of several, or lies between two: by Kleene's logic.
using System;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;
using static KpiRules.Kernel.Parameter;

namespace KpiRules.Functions;

internal static class MembershipFunctions
{
    public static readonly RowFunction In = new(
        "in",
        new Signature([Same("x"), Same("a")], ValueKind.Boolean, ResultUnit.None, IsVariadic: true),
        Combining.WithoutMeasures,
        new("x 是否是其中之一", "whether x is one of them"),
        [new("in(team, 'west', 'east')", "true"), new("in(3, 1, 2)", "false"), new("in(1, bonus, 1)", "true"),
            new("in(1, bonus)", "n/a")],
        new AmongForm(),
        WrittenIn);

    public static readonly RowFunction Between = new(
        "between",
        new Signature([Same("x"), Same("low"), Same("high")], ValueKind.Boolean, ResultUnit.None),
        Combining.WithoutMeasures,
        new("x 是否在 low 与 high 之间，含两端", "whether x lies between low and high, both included"),
        [new("between(5, 1, 5)", "true"), new("between(6, 1, 5)", "false"),
            new("between(#2026-03-15#, #2026-03-01#, #2026-03-31#)", "true")],
        new BetweenForm(),
        WrittenBetween);

    private static LinqTerm WrittenIn(ILinqWriter write, CallOperation call)
    {
        var wanted = write.Short(call.Arguments[0]);
        var candidates = call.Arguments.Skip(1).Select(write.Short).ToList();
        var kind = call.Arguments[0].Kind;
        return WhereKnown(wanted, known => write.Logic(
            false, candidates.Select(candidate => write.Compare(ComparisonSign.Equal, kind, known, candidate))));
    }

    private static LinqTerm WrittenBetween(ILinqWriter write, CallOperation call)
    {
        var (between, low, high) = (write.Short(call.Arguments[0]), write.Short(call.Arguments[1]), write.Short(call.Arguments[2]));
        var kind = call.Arguments[0].Kind;
        return WhereKnown(between, known => write.Logic(
            true,
            [write.Compare(ComparisonSign.GreaterOrEqual, kind, known, low),
                write.Compare(ComparisonSign.LessOrEqual, kind, known, high)]));
    }

    /// <summary>A condition on a value that is looked at several times, and asked for once whether it is there.</summary>
    private static LinqTerm WhereKnown(LinqTerm value, Func<LinqTerm, LinqTerm> condition) =>
        Terms.Guarded([value], condition(value with { MayBeNull = false }), ValueKind.Boolean);
}
