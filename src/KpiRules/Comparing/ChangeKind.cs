// What a change of an amount comes to.
namespace KpiRules.Comparing;

/// <summary>What becomes of an amount between two situations.</summary>
public enum ChangeKind
{
    /// <summary>It is the same.</summary>
    Unchanged,

    /// <summary>It is more.</summary>
    Gain,

    /// <summary>It is less.</summary>
    Loss,

    /// <summary>Only the second situation has it: in the first it was not available, held, or the subject had no results.</summary>
    NotAvailableBefore,

    /// <summary>Only the first situation has it: in the second it is not available, held, or the subject has no results.</summary>
    NotAvailableAfter,

    /// <summary>It is available on neither side, or something else is missing on each: nobody knows what the change is.</summary>
    NotAvailable,
}
