// The values of one fact or cell for all subjects of an evaluation, and why those that are not there are not.
using KpiRules.Facts;

namespace KpiRules.Evaluation.Frames;

internal abstract class Column
{
    /// <summary>Null as long as every value is available.</summary>
    private NotAvailable?[]? _causes;

    public bool IsAvailable(int row) => _causes is null || _causes[row] is null;

    public NotAvailable? CauseAt(int row) => _causes?[row];

    /// <summary>The value whatever its type; none where it is not available.</summary>
    public FactValue Read(int row) => 
        !IsAvailable(row) ? default
        : this is Column<decimal> numbers ? numbers[row]
        : this is Column<bool> booleans ? booleans[row]
        : this is Column<string> texts ? texts[row]
        : FactValue.OfDay(((Column<int>)this)[row]);

    /// <summary>An empty column with an array of its own.</summary>
    public static Column Create(ValueKind kind, int rows) => kind switch
    {
        ValueKind.Number => new Column<decimal>(new decimal[rows], 0),
        ValueKind.Boolean => new Column<bool>(new bool[rows], 0),
        ValueKind.Text => new Column<string>(new string[rows], 0),
        ValueKind.Date => new Column<int>(new int[rows], 0),
    };

    /// <summary>Sets a value of the column's own type.</summary>
    public void Write(int row, FactValue value)
    {
        if (this is Column<decimal> numbers)
            numbers[row] = value.Number!.Value;
        else if (this is Column<string> texts)
            texts[row] = value.Text!;
        else if (this is Column<bool> booleans)
            booleans[row] = value.Boolean!.Value;
        else
            ((Column<int>)this)[row] = value.Day;
    }

    public void SetAvailable(int row)
    {
        if (_causes is not null)
            _causes[row] = null;
    }

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
