// Takes rows with named values, one a record, and adds them to a dataset; what is bad is reported.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Reading;

namespace KpiRules.Mapping;

/// <summary>Adds records that stand in rows of their own, such as those of a query.</summary>
public static class RecordRows
{
    /// <summary>
    /// Adds rows with named values as records: dictionaries of both kinds, and rows of a data reader
    /// (<see cref="RowReading.Rows"/>). The dataset has the list from now on, be it without rows. A row without a subject, or
    /// with a period that is none, is left out and reported; so are names that are no field, and values of a type that no
    /// field has.
    /// </summary>
    /// <param name="builder">Where the records go.</param>
    /// <param name="policy">Whose records they are.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="rows">The rows; read once.</param>
    /// <param name="subject">What the subject's id is called, in any case.</param>
    /// <param name="period">What the period is called, in any case: a text such as <c>2026-03</c>, or a day, which stands for the
    /// policy's period that holds it. It may be a field as well.</param>
    /// <param name="source">What to call the rows in issues; null for the name of the list.</param>
    /// <exception cref="ArgumentException">The policy has no such list; the message says which it has.</exception>
    public static DatasetBuilder AddRecords(
        this DatasetBuilder builder, Policy policy, string list, IEnumerable<IEnumerable<KeyValuePair<string, object?>>> rows,
        string subject = WideFactReader.SubjectColumn, string period = WideFactReader.PeriodColumn, string? source = null)
    {
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        if (rows is null)
            throw new ArgumentNullException(nameof(rows));
        var records = policy.Records.FirstOrDefault(records => records.Name == list)
            ?? throw new ArgumentException($"There are no records '{list}' in ruleset '{policy.Id}'; "
                + $"there are: {string.Join(", ", policy.Records.Select(records => records.Name))}.", nameof(list));
        var (sink, number) = (new FactSink(builder ?? throw new ArgumentNullException(nameof(builder))), 0);
        builder.AddRecords(list);
        foreach (var row in rows)
        {
            var origin = new RowOrigin(source ?? list, ++number);
            var given = NamedValues.PeriodIn(row, period) ?? default;
            if (NamedValues.IdIn(row, subject)?.Trim() is not { Length: > 0 } id)
                builder.Report(DataIssues.NoSubject(origin.Written!));
            else if (given.In(policy) is not { } of)
                builder.Report(DataIssues.BadPeriod(origin.Written!, id, given.Written));
            else
                builder.AddRecord(
                    id, of, list, Fields(sink, records, row, [subject, period, RecordDefinition.Date], id, of, origin).ToList(), origin);
        }

        return builder;
    }

    private static IEnumerable<KeyValuePair<string, FactValue>> Fields(
        FactSink sink, RecordDefinition records, IEnumerable<KeyValuePair<string, object?>> row, string[] others, string subject,
        Period period, RowOrigin origin)
    {
        if (records.IndexOf(RecordDefinition.Date) < 0)
            yield return new(RecordDefinition.Date, DayOf(sink, records, row, others[1], subject, period, origin));
        foreach (var given in row)
        {
            var field = records.IndexOf(given.Key);
            if (field < 0)
            {
                if (!others.Any(other => NamedValues.IsCalled(given, other)) && sink.IsNew(given.Key))
                    sink.Builder.Report(DataIssues.UnusableField(
                        records.Name, given.Key, () => ClosestName.Find(given.Key, records.FieldNames), origin.Written));
            }
            else if (!BoxedValue.TryRead(given.Value, records.Fields[field].Kind, out var value))
            {
                var type = given.Value!.GetType().Name;
                sink.Builder.Report(DataIssues.NoFactType(origin.Written!, subject, period, given.Key, type));
                yield return new(given.Key, FactValue.Unreadable(type));
            }
            else
            {
                if (value.Unrepresentable is { } written)
                    sink.Builder.Report(DataIssues.Unrepresentable(origin.Written, subject, period, given.Key, written));
                yield return new(given.Key, value);
            }
        }
    }

    /// <summary>The day of a record: its own, else where the period is given as a day; none where neither says it.</summary>
    private static FactValue DayOf(
        FactSink sink, RecordDefinition records, IEnumerable<KeyValuePair<string, object?>> row, string called, string subject,
        Period period, RowOrigin origin)
    {
        var own = NamedValues.PeriodIn(row, RecordDefinition.Date) is { Written.Length: > 0 } given ? given : (GivenPeriod?)null;
        if ((own ?? NamedValues.PeriodIn(row, called))?.Day is { } day)
            return FactValue.OfDay(day);
        if (own is not { Written: var written })
            return default;
        if (records.Dated.Count > 0)
            sink.Builder.Report(DataIssues.NoDay(origin.Written, subject, period, records.Name, written));
        return FactValue.Unreadable(written);
    }
}
