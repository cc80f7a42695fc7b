// What a KPI is called, and what it is measured in.
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Sections.Kpis;

namespace KpiRules.Results;

/// <summary>A KPI of a policy. Immutable.</summary>
public sealed class KpiDescription
{
    internal KpiDescription(KpiDefinition definition, string? unit, EffectiveRange? effective) =>
        (Definition, Unit, Effective) = (definition, unit, effective);

    /// <summary>The id by which formulas and results name it.</summary>
    public string Name => Definition.Name.Value;

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title => Definition.Title;

    /// <summary>What it is about; null when the ruleset does not say.</summary>
    public LocalizedText? Description => Definition.Description;

    /// <summary>The unit of its value, such as <c>money</c> or <c>percent</c> (a fraction: 0.8 is 80 %); null when not known.</summary>
    public string? Unit { get; }

    internal KpiDefinition Definition { get; }

    /// <summary>The days on which the ruleset holds; null where it does not say.</summary>
    internal EffectiveRange? Effective { get; }
}
