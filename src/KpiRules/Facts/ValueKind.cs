// The four types a value can have.
namespace KpiRules.Facts;

/// <summary>The four types a fact, a formula or a result can have.</summary>
public enum ValueKind
{
    /// <summary>An exact decimal.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>Text, compared ordinally.</summary>
    Text,

    /// <summary>A calendar day.</summary>
    Date,
}
