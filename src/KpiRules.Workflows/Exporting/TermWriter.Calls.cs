// Writing of the functions of the formula language.
using System;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Exporting;

internal sealed partial class TermWriter
{
    private const int MostDecimals = 28;

    private Term Call(CallOperation call) => call.Function.Id switch
    {
        Function.In => In(call),
        Function.Between => Between(call),
        Function.Abs => Method(call, "Math.Abs"),
        Function.Ceiling => Method(call, "Math.Ceiling"),
        Function.Floor => Method(call, "Math.Floor"),
        Function.Truncate => Method(call, "decimal.Truncate"),
        Function.Sign => Lifted(ValueKind.Number, call.Arguments.Select(Part), values => Primary($"decimal(Math.Sign({values[0]}))")),
        Function.Min => Extreme(call, "Math.Min"),
        Function.Max => Extreme(call, "Math.Max"),
        Function.Clamp => Clamp(call),
        Function.Round => RoundCall(call),
        Function.Sqrt or Function.Exp or Function.Ln or Function.Log10 or Function.Pow => Transcendental(call),
        Function.Contains or Function.StartsWith or Function.EndsWith => TextSearch(call),
        Function.Upper or Function.Lower => LetterCase(call),
        Function.DaysBetween => Lifted(ValueKind.Number, call.Arguments.Select(Part), days => Primary($"decimal(({days[1]} - {days[0]}).Days)")),
        Function.ActiveDays => ActiveDays(call),
        Function.Elapsed => Elapsed(call),
        Function.ZScore => ZScore(call),
        Function.Beyond => Beyond(call),
        Function.SameSide => SameSide(call),
        Function.If or Function.Default or Function.Available or Function.PeriodDays or Function.Remaining or Function.Year or Function.Quarter or Function.Month
            or Function.Previous or Function.SameLastYear or Function.YearToDate or Function.QuarterToDate or Function.SumOf or Function.AverageOf or Function.Growth
            or Function.Declining or Function.Rising or Function.Monotone or Function.Within or Function.Everyone or Function.Reports or Function.Share or Function.Rank or Function.Headcount
            => throw new InvalidOperationException($"'{call.Function.Name}' is an operation of its own by now."),
    };

    private static Term Primary(string text) => new(text, false, Rank.Primary);

    private static Term Coalesce(Term wanted, Term otherwise) => new($"{wanted.At(Rank.Or)} ?? {otherwise.At(Rank.Or)}", otherwise.MayBeNull, Rank.Coalesce);

    private Term Method(CallOperation call, string method) =>
        Lifted(ValueKind.Number, call.Arguments.Select(Part), values => Primary($"{method}({values[0]})"));

    private Term Extreme(CallOperation call, string method) =>
        Lifted(ValueKind.Number, call.Arguments.Select(Part), values => Primary(values.Skip(1).Aggregate(values[0], (extreme, value) => $"{method}({extreme}, {value})")));

    private Term Clamp(CallOperation call)
    {
        var arguments = call.Arguments.Select(Short).ToArray();
        var (value, low, high) = (arguments[0].At(Rank.Sum), arguments[1].At(Rank.Sum), arguments[2].At(Rank.Sum));
        var held = If($"{value} < {low}", arguments[1], If($"{value} > {high}", arguments[2], arguments[0]));
        var areOrdered = call.Arguments[1].ConstantNumber() <= call.Arguments[2].ConstantNumber();
        return Guarded(arguments, areOrdered ? held : If($"{low} > {high}", Term.Null(ValueKind.Number), held), ValueKind.Number);
    }

    private Term RoundCall(CallOperation call)
    {
        var digits = call.Arguments.Count < 2 ? 0 : call.Arguments[1].ConstantNumber();
        if (digits is { } known && (known != decimal.Truncate(known) || Math.Abs(known) > MostDecimals))
            return Term.Null(ValueKind.Number);
        return digits is not { } number
            ? RoundBy(call)
            : Lifted(ValueKind.Number, [Part(call.Arguments[0])], value => number >= 0 ? Rounded(value[0], new RoundingRule((int)number, Rounding.HalfUp)) : RoundedToTens(value[0], PowerOfTen(-number)));
    }

    /// <summary>By a number of digits that is only known when it runs.</summary>
    private Term RoundBy(CallOperation call) => Lifted(ValueKind.Number, call.Arguments.Select(Part), values =>
    {
        var (value, digits) = (values[0], values[1]);
        return If(
            $"{digits} != decimal.Truncate({digits}) || Math.Abs({digits}) > {MostDecimals}m",
            Term.Null(ValueKind.Number),
            If($"{digits} >= 0m", Primary($"Math.Round({value}, int(Math.Max({digits}, 0m)), MidpointRounding.AwayFromZero)"), RoundedToTens(value, $"decimal(Math.Pow(10.0, double(-{digits})))")));
    });

    /// <summary>A number rounded to so many decimals.</summary>
    private static Term Rounded(string value, RoundingRule rule)
    {
        var decimals = rule.Decimals.ToString(CultureInfo.InvariantCulture);
        var unit = new decimal(1, 0, 0, false, (byte)rule.Decimals).ToString(CultureInfo.InvariantCulture) + "m";
        return rule.Rounding switch
        {
            Rounding.HalfUp => Primary($"Math.Round({value}, {decimals}, MidpointRounding.AwayFromZero)"),
            Rounding.HalfEven => Primary($"Math.Round({value}, {decimals}, MidpointRounding.ToEven)"),
            Rounding.Up => new Term($"{value} - {value} % {unit} + Math.Sign({value} % {unit}) * {unit}", false, Rank.Sum),
            Rounding.Down => new Term($"{value} - {value} % {unit}", false, Rank.Sum),
        };
    }

    private static Term RoundedToTens(string value, string unit) =>
        new($"{value} - {value} % {unit} + (Math.Abs({value} % {unit}) >= {unit} / 2m ? Math.Sign({value}) * {unit} : 0m)", false, Rank.Sum);

    private static string PowerOfTen(decimal exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return Term.Of(power).Text;
    }
}
