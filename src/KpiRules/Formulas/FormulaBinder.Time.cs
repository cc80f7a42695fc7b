// Binding of the time functions: how many periods they reach back.
using KpiRules.Diagnostics;
using KpiRules.Kernel;

namespace KpiRules.Formulas;

internal sealed partial class FormulaBinder
{
    private int? PeriodsOf(Function function, Operation count)
    {
        var number = count is ConstantOperation or ParameterOperation ? count.ConstantNumber() : null;
        if (number is { } periods && function.Signature.AcceptsPeriods(periods))
            return (int)periods;
        diagnostics.Add(TypeFaults.NotACount(count.Origin.Place, function.Name, function.Signature.LeastPeriods, Signature.MostPeriods));
        return null;
    }
}
