// How long a period is.
namespace KpiRules.Facts;

/// <summary>How long a period is, from the finest to the coarsest.</summary>
public enum PeriodKind
{
    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>An ISO 8601 week, Monday to Sunday; it belongs to the month, quarter and year of its Thursday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>Six months.</summary>
    HalfYear,

    /// <summary>Twelve months.</summary>
    Year,
}
