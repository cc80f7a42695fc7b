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
    public FactValue Read(int row) => !IsAvailable(row) ? default : this switch
    {
        Column<decimal> numbers => numbers[row],
        Column<bool> booleans => booleans[row],
        Column<string> texts => texts[row],
        Column<int> dates => FactValue.OfDay(dates[row]),
        _ => default,
    };

    /// <summary>An empty column with an array of its own.</summary>
    public static Column Create(ValueKind kind, int rows) => kind switch
    {
        ValueKind.Number => new Column<decimal>(new decimal[rows], 0),
        ValueKind.Boolean => new Column<bool>(new bool[rows], 0),
        ValueKind.Text => new Column<string>(new string[rows], 0),
        _ => new Column<int>(new int[rows], 0),
    };

    /// <summary>Sets a value of the column's own type.</summary>
    public void Write(int row, FactValue value)
    {
        switch (this)
        {
            case Column<decimal> numbers:
                numbers[row] = value.Number!.Value;
                break;
            case Column<string> texts:
                texts[row] = value.Text!;
                break;
            case Column<bool> booleans:
                booleans[row] = value.Boolean!.Value;
                break;
            case Column<int> dates:
                dates[row] = value.Day;
                break;
        }
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
