// Writing of the functions of a control chart, on sums of values and of their squares: exact as long as these have 28 digits.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Functions;

/// <remarks>
/// With n values, their sum S and the sum Q of their squares: n times the distance of x from the mean is nx − S,
/// and n²(n − 1)s² is n(nQ − S²).
/// </remarks>
internal static class LinqCharts
{
    public static LinqTerm ZScore(ILinqWriter write, CallOperation call)
    {
        var before = call.Arguments.Skip(1).ToList();
        var (sum, spread) = Sample(write, before);
        var n = before.Count;
        var distance = Distance(write, write.Short(call.Arguments[0]), sum, n);
        var scored = new LinqTerm(
            $"{distance.Text} * {distance.Text} * {Count(n - 1)} / ({Count(n)} * {spread.Text})",
            distance.MayBeNull || spread.MayBeNull,
            Rank.Product);
        var square = write.Short(Terms.If($"{spread.Text} == 0m", LinqTerm.Null(ValueKind.Number), scored));
        var root = write.Short(LinqRoot.Of(write, square));
        return Terms.Guarded([square], Terms.If($"{distance.Text} < 0m", Terms.Signed("-", root), root), ValueKind.Number);
    }

    public static LinqTerm Beyond(ILinqWriter write, CallOperation call)
    {
        var before = call.Arguments.Skip(1).Take(call.Arguments.Count - 2).ToList();
        var (sum, spread) = Sample(write, before);
        var n = before.Count;
        var distance = Distance(write, write.Short(call.Arguments[0]), sum, n);
        var most = call.Arguments[call.Arguments.Count - 1];
        var limit = write.Short(most);
        var allowed = $"{limit.At(Rank.Product)} * {limit.At(Rank.Unary)} * {Count(n)} * {spread.Text}";
        var isBeyond = new LinqTerm($"{distance.Text} * {distance.Text} * {Count(n - 1)} > {allowed}", false, Rank.Comparison);
        var found = most.ConstantNumber() >= 0
            ? isBeyond
            : Terms.If($"{limit.At(Rank.Sum)} < 0m", LinqTerm.Null(ValueKind.Boolean), isBeyond);
        return Terms.Guarded([distance, spread, limit], found, ValueKind.Boolean);
    }

    public static LinqTerm SameSide(ILinqWriter write, CallOperation call)
    {
        var n = call.Arguments.Count / 2;
        var (sum, _) = Sample(write, call.Arguments.Skip(n).ToList());
        var distances = call.Arguments.Take(n).Select(value => Distance(write, write.Short(value), sum, n)).ToList();
        var above = string.Join(" && ", distances.Select(distance => $"{distance.Text} > 0m"));
        var below = string.Join(" && ", distances.Select(distance => $"{distance.Text} < 0m"));
        return Terms.Guarded(distances, new LinqTerm($"{above} || {below}", false, Rank.Or), ValueKind.Boolean);
    }

    /// <summary>S, and nQ − S².</summary>
    private static (LinqTerm Sum, LinqTerm Spread) Sample(ILinqWriter write, IReadOnlyList<Operation> before)
    {
        var values = before.Select(write.Short).ToList();
        var (sum, squares) = (LinqTerm.Of(0m), LinqTerm.Of(0m));
        foreach (var value in values)
            (sum, squares) = (write.Cut(write.Plus(sum, value)), write.Cut(write.Plus(squares, Terms.Times(value, value))));
        (sum, squares) = (write.Short(sum), write.Short(squares));
        // values that are all alike have no spread, whatever the last digits of their squares say
        var areAlike = string.Join(" && ", values.Skip(1).Select(value => $"{value.At(Rank.Sum)} == {values[0].At(Rank.Sum)}"));
        var spread = new LinqTerm(
            $"{Count(before.Count)} * {squares.Text} - {sum.Text} * {sum.Text}", sum.MayBeNull || squares.MayBeNull, Rank.Sum);
        var exact = values.Count < 2 ? spread : Terms.Guarded([sum], Terms.If(areAlike, LinqTerm.Of(0m), spread), ValueKind.Number);
        return (sum, write.Short(exact));
    }

    private static LinqTerm Distance(ILinqWriter write, LinqTerm value, LinqTerm sum, int count) =>
        write.Short(new LinqTerm($"{Count(count)} * {value.At(Rank.Unary)} - {sum.Text}", value.MayBeNull || sum.MayBeNull, Rank.Sum));

    private static string Count(int number) => LinqTerm.Of((decimal)number).Text;
}
