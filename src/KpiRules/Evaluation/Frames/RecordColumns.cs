// The records that one function looks at, for all subjects of an evaluation: a column a field, those of a subject together.
using KpiRules.Facts;

namespace KpiRules.Evaluation.Frames;

/// <param name="fields">By the place of the field in the ruleset.</param>
/// <param name="starts">Where the records of each row begin; one more than there are rows.</param>
/// <param name="causes">Why a row has no list at all; null where all have one.</param>
/// <param name="areNamed">Whether a cause says which record it is; false where each says so itself.</param>
internal sealed class RecordColumns(Column[] fields, int[] starts, NotAvailable?[]? causes, bool areNamed = true)
{
    public Column[] Fields { get; } = fields;

    /// <summary>The first record of a row, and the one behind its last.</summary>
    public (int Start, int End) RangeOf(int row) => (starts[row], starts[row + 1]);

    public NotAvailable? CauseAt(int row) => causes?[row];

    /// <summary>The number of a record among those of its subject, from 1.</summary>
    public string NumberOf(int row, int record) => (record - starts[row] + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The cause where one record leaves nothing to say.</summary>
    public NotAvailable CauseOf(string list, int row, int record, NotAvailable? inner) =>
        areNamed || inner is null ? new(CauseKind.OfRecord, list, NumberOf(row, record), Inner: inner) : inner;
}
