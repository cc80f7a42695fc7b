// Takes a data reader, gives its rows with named values.
using System;
using System.Collections.Generic;
using System.Data;
using System.Linq;

namespace KpiRules.Mapping;

/// <summary>Reads rows from what ADO.NET gives.</summary>
public static class RowReading
{
    /// <summary>
    /// The rows that are left in a reader, by the names of its columns: facts for <see cref="SubjectMap.OfRows"/>. Read while
    /// they are asked for; each stays as it is when the next is read. The reader is not closed.
    /// </summary>
    /// <exception cref="ArgumentException">A column has no name, or the name of another.</exception>
    public static IEnumerable<IReadOnlyList<KeyValuePair<string, object?>>> Rows(this IDataReader reader)
    {
        var names = NamesOf(reader ?? throw new ArgumentNullException(nameof(reader)));
        return Read();

        IEnumerable<IReadOnlyList<KeyValuePair<string, object?>>> Read()
        {
            while (reader.Read())
                yield return RowOf(reader, names);
        }
    }

    internal static string[] NamesOf(IDataRecord reader)
    {
        var names = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        if (names.Any(string.IsNullOrWhiteSpace))
            throw new ArgumentException(
                $"Column {Array.FindIndex(names, string.IsNullOrWhiteSpace) + 1} has no name: give it an alias.", nameof(reader));
        if (names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"There are two columns '{twice.Key}': give one of them an alias.", nameof(reader));
        return names;
    }

    internal static KeyValuePair<string, object?>[] RowOf(IDataRecord reader, string[] names)
    {
        var row = new KeyValuePair<string, object?>[names.Length];
        for (var column = 0; column < names.Length; column++)
            row[column] = new(names[column], reader.GetValue(column));
        return row;
    }
}
