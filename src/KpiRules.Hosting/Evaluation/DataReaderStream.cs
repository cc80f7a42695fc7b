// Takes a data reader, gives its rows as a stream of items.
using System;
using System.Collections.Generic;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Threading;
using KpiRules.Mapping;

namespace KpiRules.Hosting.Evaluation;

/// <summary>Streams what ADO.NET reads.</summary>
public static class DataReaderStream
{
    /// <summary>
    /// The rows that are left in a reader, by the names of its columns: items for <see cref="SubjectMap.OfRows"/>. Read while
    /// they are asked for; each stays as it is when the next is read. The reader is not closed.
    /// </summary>
    /// <exception cref="ArgumentException">A column has no name, or the name of another.</exception>
    public static IAsyncEnumerable<IReadOnlyList<KeyValuePair<string, object?>>> RowsAsync(
        this DbDataReader reader, CancellationToken cancellationToken = default)
    {
        if (reader is null)
            throw new ArgumentNullException(nameof(reader));
        return ReadAsync(reader, RowReading.NamesOf(reader), cancellationToken);
    }

    private static async IAsyncEnumerable<IReadOnlyList<KeyValuePair<string, object?>>> ReadAsync(
        DbDataReader reader, string[] names, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            yield return RowReading.RowOf(reader, names);
    }
}
