// What a class says of its own properties: which fact, field or list of a policy each is.
using System;
using KpiRules.Facts;

namespace KpiRules.Mapping;

/// <summary>The property is the subject's id: text, a whole number or a <see cref="Guid"/>. Blanks around it do not matter.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SubjectIdAttribute : Attribute;

/// <summary>
/// The property is the period of the facts: a <see cref="Facts.Period"/>, its text, or a day, which stands for the policy's
/// period that holds it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PeriodAttribute : Attribute;

/// <summary>
/// The property is a fact. Without a name it is the one of its role that is called as the property is, but for case and what
/// is no letter or digit: <c>CollectionRate</c> is <c>collection_rate</c>.
/// </summary>
public abstract class MappedFactAttribute : Attribute
{
    private protected MappedFactAttribute(FactRole role, string? name) => (Role, Name) = (role, name);

    /// <summary>The name of the fact in the ruleset; null to find it by the property's.</summary>
    public string? Name { get; }

    /// <summary>Whether policies that have no such fact are served all the same, without it. Otherwise they refuse the map.</summary>
    public bool Optional { get; set; }

    internal FactRole Role { get; }
}

/// <summary>The property is a measure.</summary>
/// <param name="name">Its name in the ruleset; null to find it by the property's.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MeasureAttribute(string? name = null) : MappedFactAttribute(FactRole.Measure, name);

/// <summary>The property is an attribute of the subject, such as its level or team.</summary>
/// <param name="name">Its name in the ruleset; null to find it by the property's.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SubjectAttributeAttribute(string? name = null) : MappedFactAttribute(FactRole.Attribute, name);

/// <summary>The property is the target of a KPI that comes with the facts.</summary>
/// <param name="kpi">The id of the KPI; null to find it by the property's name, as <c>SalesAmountTarget</c> is
/// <c>sales_amount.target</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TargetAttribute(string? kpi = null) : MappedFactAttribute(FactRole.Target, kpi is null ? null : kpi + ".target");

/// <summary>The property is the debt of a recoverable draw at the beginning of the period.</summary>
/// <param name="incentive">The id of the incentive; null to find it by the property's name, as <c>SalaryOpening</c> is
/// <c>salary.opening</c>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OpeningAttribute(string? incentive = null)
    : MappedFactAttribute(FactRole.Opening, incentive is null ? null : incentive + ".opening");

/// <summary>The property is a field of a record; its class is the element of a collection with <see cref="RecordsAttribute"/>.</summary>
/// <param name="name">Its name in the ruleset; null to find it by the property's.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FieldAttribute(string? name = null) : MappedFactAttribute(FactRole.Field, name);

/// <summary>
/// The property is a collection of records of the subject in the period. An empty one says that there are none; null says
/// nothing.
/// </summary>
/// <param name="list">The name of the list in the ruleset; null to find it by the property's.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RecordsAttribute(string? list = null) : Attribute
{
    /// <summary>The name of the list in the ruleset; null to find it by the property's.</summary>
    public string? List { get; } = list;

    /// <summary>Whether policies that have no such list are served all the same, without it. Otherwise they refuse the map.</summary>
    public bool Optional { get; set; }

    /// <summary>
    /// Whether all records of an item are of the item's period, so that they need no <see cref="RecordDateAttribute"/> and no
    /// warning.
    /// </summary>
    public bool InPeriod { get; set; }
}

/// <summary>
/// The property is the day of a record, a date or its text: the record counts in the policy's period that holds it. It may be a
/// <see cref="FieldAttribute"/> as well.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RecordDateAttribute : Attribute;

/// <summary>
/// The property is a collection of what the subject did in other periods: its elements have a <see cref="PeriodAttribute"/>
/// and facts. Functions over time look at them.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HistoryAttribute : Attribute;
