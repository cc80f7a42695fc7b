// The values of one fact or cell for all subjects of an evaluation, and why those that are not there are not.
namespace KpiRules.Evaluation;

internal abstract class Column
{
    /// <summary>Null as long as every value is available.</summary>
    private NotAvailable?[]? _causes;

    public bool IsAvailable(int row) => _causes is null || _causes[row] is null;

    public NotAvailable? CauseAt(int row) => _causes?[row];

    public void SetCause(int row, NotAvailable cause, int rows)
    {
        _causes ??= new NotAvailable?[rows];
        _causes[row] = cause;
    }
}

/// <param name="offset">Where row 0 stands in the array: the columns of a few rows share one array.</param>
internal sealed class Column<T>(T[] values, int offset) : Column
{
    public T this[int row]
    {
        get => values[offset + row];
        set => values[offset + row] = value;
    }
}
