// Writes calls of functions as one writes formulas.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Functions;

internal static class ComposedCalls
{
    public static Operation Absolute(this Compose write, Operation value) => write.Call(SignFunctions.Abs, value);

    public static Operation Lesser(this Compose write, Operation one, Operation other) => write.Call(ExtremeFunctions.Min, one, other);

    private static CallOperation Call(this Compose write, RowFunction function, params Operation[] arguments) =>
        new(write.Origin, function, arguments, ValueKind.Number, arguments[0].Unit);
}
