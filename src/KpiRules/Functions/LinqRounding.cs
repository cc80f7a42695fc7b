// Takes a number as it is written in dynamic LINQ, gives it rounded.
using System.Globalization;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Functions;

internal static class LinqRounding
{
    /// <summary>A number rounded to so many decimals.</summary>
    public static LinqTerm Rounded(string value, RoundingRule rule)
    {
        var decimals = rule.Decimals.ToString(CultureInfo.InvariantCulture);
        var unit = new decimal(1, 0, 0, false, (byte)rule.Decimals).ToString(CultureInfo.InvariantCulture) + "m";
        return rule.Rounding switch
        {
            Rounding.HalfUp => Terms.Primary($"Math.Round({value}, {decimals}, MidpointRounding.AwayFromZero)"),
            Rounding.HalfEven => Terms.Primary($"Math.Round({value}, {decimals}, MidpointRounding.ToEven)"),
            Rounding.Up => new LinqTerm($"{value} - {value} % {unit} + Math.Sign({value} % {unit}) * {unit}", false, Rank.Sum),
            Rounding.Down => new LinqTerm($"{value} - {value} % {unit}", false, Rank.Sum),
        };
    }

    /// <summary>A number rounded half up to a multiple of ten, a hundred and so on.</summary>
    public static LinqTerm ToTens(string value, string unit) => new(
        $"{value} - {value} % {unit} + (Math.Abs({value} % {unit}) >= {unit} / 2m ? Math.Sign({value}) * {unit} : 0m)",
        false,
        Rank.Sum);

    public static string PowerOfTen(decimal exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return LinqTerm.Of(power).Text;
    }
}
