// As of when an attribute counts where a record is looked at; unless written, at the end of the period.
namespace KpiRules.Rulesets;

internal enum AttributeAsOf
{
    /// <summary>On the record's own day.</summary>
    Record,
}
