// Takes columns and rows, gives them as ADO.NET reads a query: one row at a time, forward only.
using System;
using System.Collections;
using System.Collections.Generic;
using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <param name="rows">A value a column, null for none; disposed of with the reader.</param>
internal sealed class ResultDataReader(IReadOnlyList<(string Name, ValueKind Kind)> columns, IEnumerator<object?[]> rows) : DbDataReader
{
    private bool _isClosed;
    private bool _isStarted;
    private bool _isOnRow;
    private bool? _hasRows;

    public override int Depth => 0;

    public override int FieldCount => columns.Count;

    /// <summary>Looks at the first row, which the next <see cref="Read"/> then gives.</summary>
    public override bool HasRows => _hasRows ??= rows.MoveNext();

    public override bool IsClosed => _isClosed;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        if (_isClosed)
            throw new InvalidOperationException("The reader is closed.");
        var isFirst = !_isStarted;
        _isStarted = true;
        _isOnRow = isFirst && _hasRows is { } hasRows ? hasRows : rows.MoveNext();
        _hasRows ??= _isOnRow;
        return _isOnRow;
    }

    public override bool NextResult()
    {
        _isOnRow = false;
        return false;
    }

    public override void Close()
    {
        (_isClosed, _isOnRow) = (true, false);
        rows.Dispose();
    }

    public override string GetName(int ordinal) => columns[ordinal].Name;

    /// <summary>As written, else without regard to case, as ADO.NET has it.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such column; the message says which is close.</exception>
    public override int GetOrdinal(string name)
    {
        foreach (var comparison in (StringComparison[])[StringComparison.Ordinal, StringComparison.OrdinalIgnoreCase])
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (string.Equals(columns[i].Name, name, comparison))
                    return i;
            }
        }

        throw new IndexOutOfRangeException(
            $"There is no column '{name}'{UnknownName.Close(name, columns.Select(column => column.Name))}");
    }

#if NET
    [return: System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicFields
            | System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicProperties)]
#endif
    public override Type GetFieldType(int ordinal) => columns[ordinal].Kind switch
    {
        ValueKind.Number => typeof(decimal),
        ValueKind.Boolean => typeof(bool),
        ValueKind.Text => typeof(string),
        ValueKind.Date => typeof(DateTime),
    };

    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;

    public override bool IsDBNull(int ordinal) => Row[ordinal] is null;

    public override object GetValue(int ordinal) => Row[ordinal] ?? DBNull.Value;

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, columns.Count);
        for (var i = 0; i < count; i++)
            values[i] = GetValue(i);
        return count;
    }

    public override bool GetBoolean(int ordinal) => Get<bool>(ordinal);

    public override DateTime GetDateTime(int ordinal) => Get<DateTime>(ordinal);

    public override decimal GetDecimal(int ordinal) => Get<decimal>(ordinal);

    public override string GetString(int ordinal) => Get<string>(ordinal);

    public override double GetDouble(int ordinal) => (double)Get<decimal>(ordinal);

    public override float GetFloat(int ordinal) => (float)Get<decimal>(ordinal);

    public override byte GetByte(int ordinal) => (byte)Whole(ordinal);

    public override short GetInt16(int ordinal) => (short)Whole(ordinal);

    public override int GetInt32(int ordinal) => (int)Whole(ordinal);

    public override long GetInt64(int ordinal) => (long)Whole(ordinal);

    public override char GetChar(int ordinal) => throw NoSuch(ordinal, "char");

    public override Guid GetGuid(int ordinal) => throw NoSuch(ordinal, "Guid");

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw NoSuch(ordinal, "bytes");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        var text = Get<string>(ordinal);
        if (buffer is null)
            return text.Length;
        var count = Math.Max(0, Math.Min(length, text.Length - (int)dataOffset));
        text.CopyTo((int)dataOffset, buffer, bufferOffset, count);
        return count;
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    public override DataTable GetSchemaTable()
    {
        var schema = new DataTable("SchemaTable") { Locale = CultureInfo.InvariantCulture };
        schema.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        schema.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        schema.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        // a column of types would need all members of a type, which a trimmed program has not
        schema.Columns.Add(SchemaTableColumn.DataType, typeof(object));
        schema.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        for (var i = 0; i < columns.Count; i++)
            schema.Rows.Add(columns[i].Name, i, -1, GetFieldType(i), true);
        return schema;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
            Close();
        base.Dispose(disposing);
    }

    private object?[] Row => _isOnRow ? rows.Current : throw new InvalidOperationException("The reader stands on no row: call Read first.");

    private T Get<T>(int ordinal) => Row[ordinal] switch
    {
        T value => value,
        null => throw new InvalidCastException($"Column '{GetName(ordinal)}' is not available in this row: ask IsDBNull first."),
        var other => throw NoSuch(ordinal, $"{typeof(T).Name} but a {other.GetType().Name}"),
    };

    private decimal Whole(int ordinal)
    {
        var number = Get<decimal>(ordinal);
        return number == decimal.Truncate(number) ? number : throw NoSuch(ordinal, "whole number");
    }

    private InvalidCastException NoSuch(int ordinal, string what) => new($"Column '{GetName(ordinal)}' is no {what}.");
}
