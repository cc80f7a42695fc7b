// The records that one function looks at, for all subjects of an evaluation: a column a field, those of a subject together.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Evaluation.Frames;

/// <param name="fields">By the place of the field in the ruleset.</param>
/// <param name="starts">Where the records of each row begin; one more than there are rows.</param>
/// <param name="periods">For which period each stretch of records was given, by where the stretch begins.</param>
/// <param name="causes">Why a row has no list at all; null where all have one.</param>
/// <param name="areNamed">Whether a cause says which record it is; false where each says so itself.</param>
internal sealed class RecordColumns(
    Column[] fields,
    int[] starts,
    IReadOnlyList<(int Start, Period Period)> periods,
    NotAvailable?[]? causes,
    bool areNamed = true)
{
    public Column[] Fields { get; } = fields;

    /// <summary>The first record of a row, and the one behind its last.</summary>
    public (int Start, int End) RangeOf(int row) => (starts[row], starts[row + 1]);

    public NotAvailable? CauseAt(int row) => causes?[row];

    /// <summary>The period for which a record was given.</summary>
    public Period PeriodOf(int record)
    {
        var (low, high) = (0, periods.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = periods[middle].Start <= record ? (middle, high) : (low, middle - 1);
        }

        return periods[low].Period;
    }

    /// <summary>The number of a record among those of its subject, from 1.</summary>
    public string NumberOf(int row, int record) => (record - starts[row] + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The cause where one record leaves nothing to say.</summary>
    public NotAvailable CauseOf(string list, int row, int record, NotAvailable? inner) =>
        areNamed || inner is null ? new(CauseKind.OfRecord, list, NumberOf(row, record), Inner: inner) : inner;
}
