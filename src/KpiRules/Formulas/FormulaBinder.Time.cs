// Binding of the arguments that must be known when a ruleset is read: how many periods, and which fraction.
using KpiRules.Diagnostics;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    private int? PeriodsOf(Function function, Operation count)
    {
        if (WrittenNumber(count) is { } periods && function.Signature.AcceptsPeriods(periods))
            return (int)periods;
        diagnostics.Add(TypeFaults.NotACount(count.Origin.Place, function.Name, function.Signature.LeastPeriods, Signature.MostPeriods));
        return null;
    }

    private decimal? FractionOf(Function function, Operation fraction)
    {
        if (WrittenNumber(fraction) is { } number and >= 0 and <= 1)
            return number;
        diagnostics.Add(TypeFaults.NotAFraction(fraction.Origin.Place, function.Name));
        return null;
    }

    /// <summary>Of a literal or a parameter; null for anything else.</summary>
    private static decimal? WrittenNumber(Operation argument) =>
        argument is ConstantOperation or ParameterOperation ? argument.ConstantNumber() : null;
}
