// Writing of roots, powers and logarithms: exactly where decimals can, else in binary numbers, which agree to 15 digits.
using System;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private const int LargestWrittenOut = 64;
    private const int SignificantDigits = 24;

    private Term Transcendental(CallOperation call)
    {
        if (values.Constant(call) is { } constant)
            return constant;
        var arguments = call.Arguments.Select(Part).ToArray();
        if (call.Function.Id == Function.Sqrt)
            return Lifted(ValueKind.Number, arguments, value => If($"{value[0]} < 0m", Term.Null(ValueKind.Number), If($"{value[0]} == 0m", Term.Of(0m), Root(arguments[0]))));
        if (call.Function.Id == Function.Pow && call.Arguments[1].ConstantNumber() is { } exponent and >= -LargestWrittenOut and <= LargestWrittenOut && exponent == decimal.Truncate(exponent))
            return Power(Short(arguments[0]), (int)exponent);
        IsApproximate = true;
        return Lifted(ValueKind.Number, arguments, value => call.Function.Id switch
        {
            Function.Exp => Binary($"Math.Exp(double({value[0]}))"),
            Function.Ln => If($"{value[0]} <= 0m", Term.Null(ValueKind.Number), Binary($"Math.Log(double({value[0]}))")),
            Function.Log10 => If($"{value[0]} <= 0m", Term.Null(ValueKind.Number), Binary($"Math.Log10(double({value[0]}))")),
            // others: the caller passes roots, powers and logarithms alone, and this one is left of them
            _ => If(
                $"{value[0]} == 0m && {value[1]} < 0m || {value[0]} < 0m && {value[1]} != decimal.Truncate({value[1]})",
                Term.Null(ValueKind.Number),
                Binary($"Math.Pow(double({value[0]}), double({value[1]}))")),
        });
    }

    private static Term Binary(string text) => Primary($"decimal({text})");

    /// <summary>Three of Newton's steps from the binary root, as the evaluator takes them.</summary>
    /// <param name="square">Where it is null, negative or 0, the root is 0, and nobody asks.</param>
    private Term Root(Term square)
    {
        var positive = Short(If($"{Short(square).Text} > 0m", Primary(ValueOf(Short(square))), Term.Of(0m)));
        var root = Short(Binary($"Math.Sqrt(double({positive.Text}))"));
        for (var i = 0; i < 3; i++)
            root = Short(If($"{root.Text} == 0m", Term.Of(0m), new Term($"({root.Text} + {positive.Text} / {root.Text}) / 2m", false, Rank.Product)));
        return Significant(root);
    }

    /// <summary>A number that is not negative, rounded to 24 significant digits.</summary>
    private Term Significant(Term number)
    {
        var digits = Enumerable.Range(0, MostDecimals)
            .Select(decimals => (Decimals: decimals, Bound: decimals < SignificantDigits ? PowerOfTen(SignificantDigits - 1 - decimals) : $"0.{new string('0', decimals - SignificantDigits)}1m"))
            .Select(choice => FormattableString.Invariant($"{number.Text} >= {choice.Bound} ? {choice.Decimals} : "));
        var part = Short(new Term(string.Concat(digits) + MostDecimals, false, Rank.Choice));
        return Primary($"Math.Round({number.Text}, {part.Text}, MidpointRounding.ToEven)");
    }

    /// <summary>By repeated squaring; of a number below 1 to a negative power, its reciprocal's.</summary>
    private Term Power(Term number, int exponent)
    {
        if (exponent == 0)
            return Guarded([number], Term.Of(1m), ValueKind.Number);
        if (exponent > 0)
            return Product(number, exponent);
        var zero = $"{number.Text} == 0m";
        var reciprocal = Short(If(zero, Term.Null(ValueKind.Number), new Term($"1m / {number.Text}", number.MayBeNull, Rank.Product)));
        var small = Short(Product(reciprocal, -exponent));
        var large = Short(Product(number, -exponent));
        return If(zero, Term.Null(ValueKind.Number), If($"Math.Abs({(number.MayBeNull ? number.Text + " ?? 0m" : number.Text)}) < 1m", small, new Term($"1m / {large.Text}", true, Rank.Product)));
    }

    private Term Product(Term number, int exponent)
    {
        Term? product = null;
        for (var square = number; ; square = Short(Times(square, square)))
        {
            if ((exponent & 1) != 0)
                product = product is { } so ? Times(so, square) : square;
            exponent >>= 1;
            if (exponent == 0)
                return product!.Value;
        }
    }

    private static Term Times(Term left, Term right) => new($"{left.At(Rank.Product)} * {right.At(Rank.Unary)}", left.MayBeNull || right.MayBeNull, Rank.Product);
}
