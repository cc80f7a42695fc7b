// One fact of one period for many subjects: values and which of them are there.
using System;

namespace KpiRules.Facts;

internal abstract class FactColumn(string name, ValueKind kind)
{
    public string Name { get; } = name;

    public ValueKind Kind { get; } = kind;

    /// <summary>Whether each row has a value.</summary>
    public bool[] Present { get; protected set; } = [];

    public abstract FactValue this[int row] { get; }

    public abstract void Set(int row, FactValue value);

    /// <summary>The same column with its rows in another order, the nth row being the old one of that number.</summary>
    public abstract FactColumn Reordered(int[] rows);

    public void Clear(int row)
    {
        if (row < Present.Length)
            Present[row] = false;
    }

    public bool IsPresent(int row) => row < Present.Length && Present[row];

    public static FactColumn Of(string name, ValueKind kind) => kind switch
    {
        ValueKind.Number => new FactColumn<decimal>(name, kind, value => value.Number!.Value, value => value),
        ValueKind.Boolean => new FactColumn<bool>(name, kind, value => value.Boolean!.Value, value => value),
        ValueKind.Date => new FactColumn<int>(name, kind, value => value.Day, FactValue.OfDay),
        ValueKind.Text => new FactColumn<string>(name, kind, value => value.Text!, value => value),
    };
}

internal sealed class FactColumn<T>(string name, ValueKind kind, Func<FactValue, T> read, Func<T, FactValue> write) : FactColumn(name, kind)
{
    public T[] Values { get; private set; } = [];

    public override FactValue this[int row] => IsPresent(row) ? write(Values[row]) : default;

    public override void Set(int row, FactValue value)
    {
        if (row >= Values.Length)
            Resize(Math.Max(row + 1, Values.Length * 2));
        Values[row] = read(value);
        Present[row] = true;
    }

    public override FactColumn Reordered(int[] rows)
    {
        var reordered = new FactColumn<T>(Name, Kind, read, write);
        reordered.Resize(rows.Length);
        for (var row = 0; row < rows.Length; row++)
        {
            var old = rows[row];
            if (!IsPresent(old))
                continue;
            reordered.Values[row] = Values[old];
            reordered.Present[row] = true;
        }

        return reordered;
    }

    private void Resize(int rows)
    {
        var (values, present) = (new T[rows], new bool[rows]);
        Array.Copy(Values, values, Values.Length);
        Array.Copy(Present, present, Present.Length);
        (Values, Present) = (values, present);
    }
}
