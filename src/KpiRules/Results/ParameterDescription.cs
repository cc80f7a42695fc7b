// A named constant of a policy: what it is called, what it is worth, and its unit.
namespace KpiRules.Results;

/// <summary>A parameter of a policy: a number that the ruleset has under a name, for HR to tune. Immutable.</summary>
public sealed class ParameterDescription
{
    internal ParameterDescription(string name, decimal value, string? unit) => (Name, Value, Unit) = (name, value, unit);

    /// <summary>The name by which formulas call it.</summary>
    public string Name { get; }

    /// <summary>What it is worth, in its unit.</summary>
    public decimal Value { get; }

    /// <summary>The unit, such as <c>money</c> or <c>percent</c> (a fraction: 0.8 is 80 %); null when the ruleset does not say.</summary>
    public string? Unit { get; }
}
