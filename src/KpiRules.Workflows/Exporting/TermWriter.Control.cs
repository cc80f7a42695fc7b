// Writing of the functions of a control chart, on sums of values and of their squares: exact as long as these have 28 digits.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

/// <remarks>With n values, their sum S and the sum Q of their squares: n times the distance of x from the mean is nx − S, and n²(n − 1)s² is n(nQ − S²).</remarks>
internal sealed partial class TermWriter
{
    private Term ZScore(CallOperation call)
    {
        var before = call.Arguments.Skip(1).ToList();
        var (sum, spread) = Sample(before);
        var n = before.Count;
        var distance = Distance(Short(call.Arguments[0]), sum, n);
        var square = Short(If(
            $"{spread.Text} == 0m", Term.Null(ValueKind.Number), new Term($"{distance.Text} * {distance.Text} * {Count(n - 1)} / ({Count(n)} * {spread.Text})", distance.MayBeNull || spread.MayBeNull, Rank.Product)));
        var root = Short(Root(square));
        return Guarded([square], If($"{distance.Text} < 0m", Signed("-", root), root), ValueKind.Number);
    }

    private Term Beyond(CallOperation call)
    {
        var before = call.Arguments.Skip(1).Take(call.Arguments.Count - 2).ToList();
        var (sum, spread) = Sample(before);
        var n = before.Count;
        var distance = Distance(Short(call.Arguments[0]), sum, n);
        var limit = Short(call.Arguments[call.Arguments.Count - 1]);
        var isBeyond = new Term(
            $"{distance.Text} * {distance.Text} * {Count(n - 1)} > {limit.At(Rank.Product)} * {limit.At(Rank.Unary)} * {Count(n)} * {spread.Text}", false, Rank.Comparison);
        var found = call.Arguments[call.Arguments.Count - 1].ConstantNumber() >= 0 ? isBeyond : If($"{limit.At(Rank.Sum)} < 0m", Term.Null(ValueKind.Boolean), isBeyond);
        return Guarded([distance, spread, limit], found, ValueKind.Boolean);
    }

    private Term SameSide(CallOperation call)
    {
        var n = call.Arguments.Count / 2;
        var (sum, _) = Sample(call.Arguments.Skip(n).ToList());
        var distances = call.Arguments.Take(n).Select(value => Distance(Short(value), sum, n)).ToList();
        var above = string.Join(" && ", distances.Select(distance => $"{distance.Text} > 0m"));
        var below = string.Join(" && ", distances.Select(distance => $"{distance.Text} < 0m"));
        return Guarded(distances, new Term($"{above} || {below}", false, Rank.Or), ValueKind.Boolean);
    }

    /// <summary>S, and nQ − S².</summary>
    private (Term Sum, Term Spread) Sample(IReadOnlyList<Operation> before)
    {
        var values = before.Select(Short).ToList();
        var (sum, squares) = (Term.Of(0m), Term.Of(0m));
        foreach (var value in values)
            (sum, squares) = (Cut(Plus(sum, value)), Cut(Plus(squares, Times(value, value))));
        (sum, squares) = (Short(sum), Short(squares));
        // values that are all alike have no spread, whatever the last digits of their squares say
        var areAlike = string.Join(" && ", values.Skip(1).Select(value => $"{value.At(Rank.Sum)} == {values[0].At(Rank.Sum)}"));
        var spread = new Term($"{Count(before.Count)} * {squares.Text} - {sum.Text} * {sum.Text}", sum.MayBeNull || squares.MayBeNull, Rank.Sum);
        return (sum, Short(values.Count < 2 ? spread : Guarded([sum], If(areAlike, Term.Of(0m), spread), ValueKind.Number)));
    }

    private Term Distance(Term value, Term sum, int count) =>
        Short(new Term($"{Count(count)} * {value.At(Rank.Unary)} - {sum.Text}", value.MayBeNull || sum.MayBeNull, Rank.Sum));

    private static string Count(int number) => Term.Of((decimal)number).Text;
}
