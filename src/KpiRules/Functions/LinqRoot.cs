// Takes a term of dynamic LINQ, gives its square root to 24 digits.
using System;
using System.Linq;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Functions;

internal static class LinqRoot
{
    private const int MostDecimals = 28;
    private const int SignificantDigits = 24;

    /// <summary>Three of Newton's steps from the binary root, as the evaluator takes them.</summary>
    /// <param name="square">Where it is null, negative or 0, the root is 0; whoever writes it looks at that first.</param>
    public static LinqTerm Of(ILinqWriter write, LinqTerm square)
    {
        var isPositive = $"{write.Short(square).Text} > 0m";
        var positive = write.Short(Terms.If(isPositive, Terms.Primary(Terms.ValueOf(write.Short(square))), LinqTerm.Of(0m)));
        var root = write.Short(Terms.Primary($"decimal(Math.Sqrt(double({positive.Text})))"));
        for (var i = 0; i < 3; i++)
        {
            var next = new LinqTerm($"({root.Text} + {positive.Text} / {root.Text}) / 2m", false, Rank.Product);
            root = write.Short(Terms.If($"{root.Text} == 0m", LinqTerm.Of(0m), next));
        }

        return Significant(write, root);
    }

    /// <summary>A number that is not negative, rounded to 24 significant digits.</summary>
    private static LinqTerm Significant(ILinqWriter write, LinqTerm number)
    {
        var digits = Enumerable.Range(0, MostDecimals)
            .Select(decimals => FormattableString.Invariant($"{number.Text} >= {Bound(decimals)} ? {decimals} : "));
        var part = write.Short(new LinqTerm(string.Concat(digits) + MostDecimals, false, Rank.Choice));
        return Terms.Primary($"Math.Round({number.Text}, {part.Text}, MidpointRounding.ToEven)");
    }

    /// <summary>From where on a number has no more than so many decimals.</summary>
    private static string Bound(int decimals) => decimals < SignificantDigits
        ? LinqRounding.PowerOfTen(SignificantDigits - 1 - decimals)
        : $"0.{new string('0', decimals - SignificantDigits)}1m";
}
