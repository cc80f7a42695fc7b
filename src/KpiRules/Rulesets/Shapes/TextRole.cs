// What a text is to the ruleset, and so what a form or an editor may offer for it.
namespace KpiRules.Rulesets.Shapes;

internal enum TextRole
{
    /// <summary>Any text.</summary>
    Plain,

    /// <summary>A name that formulas use, spelt as ids are.</summary>
    Name,

    Formula,

    /// <summary>A condition: a formula that is true or false.</summary>
    Condition,

    Unit,
    Currency,
    Language,

    /// <summary>Where a JSON Schema is.</summary>
    Address,

    /// <summary>The id of another ruleset.</summary>
    Ruleset,

    /// <summary>The name of a KPI, and so on.</summary>
    Kpi,
    Attribute,
    Records,
    Plan,
    Perspective,
    Parameter,
}

/// <summary>What the names of a map are.</summary>
internal enum KeyRole
{
    /// <summary>What HR names, once in the whole ruleset.</summary>
    Id,

    /// <summary>A name with a scope of its own, spelt as ids are.</summary>
    Name,

    /// <summary>The perspectives of a scorecard.</summary>
    Perspective,

    /// <summary>Texts that a formula is compared with.</summary>
    Text,

    Subject,
    Period,
}
