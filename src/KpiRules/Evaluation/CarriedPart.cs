// A part of what a line earned earlier, as it is carried into a period.
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;

namespace KpiRules.Evaluation;

/// <param name="Earned">The period in which it was earned.</param>
/// <param name="Number">Which part it is, from 1; null where all that is known is that there may be something.</param>
/// <param name="Due">The first period in which it is asked for.</param>
/// <param name="Until">The last one.</param>
/// <param name="Amount">Null where it is not known.</param>
/// <param name="Fault">Why nothing can be said of it until the facts are mended; null: something can.</param>
internal sealed record CarriedPart(
    Period? Earned, int? Number, Period? Due, Period? Until, decimal? Amount, NotAvailable? Fault = null)
{
    /// <summary>Whether it says only that what was deferred is not known.</summary>
    public bool IsUnknownBefore => Fault is null && Number is null;

    /// <summary>Whether it can still be due, or was to be decided earlier and was not.</summary>
    public bool IsOpen(Period period) => !IsUnknownBefore || Until!.Value.Since(period) >= 0;

    /// <summary>Whether it was to be decided before a period.</summary>
    public bool IsOverdue(Period period) => Fault is null && Number is not null && Until!.Value.Since(period) < 0;

    /// <summary>Why there is no amount to reckon with; null where there is.</summary>
    public NotAvailable? Cause(string line, Period period) =>
        Fault is not null ? Fault
        : Number is not { } number ? new NotAvailable(CauseKind.NoDeferred, line, Earned.ToString()!)
        : IsOverdue(period) ? new NotAvailable(CauseKind.PartUndecided, line, Written(number), Period: Until)
        : Amount is null ? new NotAvailable(CauseKind.PartUnknown, line, Written(number), Period: Earned)
        : null;

    private static string Written(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
