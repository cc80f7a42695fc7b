// Takes records as JSON, an object a record, and adds them to a dataset; what is bad is reported with its place.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Reading;

/// <summary>
/// Reads a list of objects with <c>subject</c> and <c>period</c> or <c>date</c>, then the fields, as
/// <see cref="RecordRowReader"/> reads rows of text.
/// </summary>
internal sealed class JsonRecordReader(DatasetBuilder builder, RecordDefinition records, Func<DateTime, Period> periodOf)
{
    private static readonly string[] Keys = [WideFactReader.SubjectColumn, WideFactReader.PeriodColumn, RecordRowReader.DateColumn];

    private readonly HashSet<string> _reported = [];

    /// <summary>Adds the records; the dataset has the list from now on, be it without any.</summary>
    public void Read(IEnumerable<JsonValue> rows)
    {
        builder.AddRecords(records.Name);
        foreach (var row in rows)
            Read(row);
    }

    private void Read(JsonValue row)
    {
        var place = JsonFactReader.Place(row);
        var origin = place.Written!;
        if (JsonFactReader.SubjectOf(row) is not { } subject)
        {
            builder.Report(DataIssues.NoSubject(origin));
            return;
        }

        var json = (JsonObject)row;
        var when = json[WideFactReader.PeriodColumn] ?? json[RecordRowReader.DateColumn];
        if (PeriodOf(json) is not { } period)
        {
            builder.Report(DataIssues.BadPeriod(
                when is null ? origin : JsonFactReader.Origin(when), subject, when is null ? "" : JsonFactReader.Written(when)));
            return;
        }

        // a field may be called date too
        var fields = json.Members.Where(member => records.IndexOf(member.Name.Value) >= 0 || !Keys.Contains(member.Name.Value));
        var values = fields.SelectMany(member => ValueOf(member, subject, period)).ToList();
        if (records.IndexOf(RecordRowReader.DateColumn) < 0)
            values.Add(new(RecordRowReader.DateColumn, DayOf(json, subject, period)));
        builder.AddRecord(subject, period, records.Name, values, place);
    }

    /// <summary>The day of a record: its own, else where the period is written as a day; none where neither says it.</summary>
    private FactValue DayOf(JsonObject json, string subject, Period period)
    {
        var own = json[RecordRowReader.DateColumn] is var date and not JsonNull ? date : null;
        if ((own ?? json[WideFactReader.PeriodColumn]) is JsonString { Value: var text } && DayNumber.TryParseWithTime(text, out var day))
            return FactValue.OfDay(day);
        if (own is null)
            return default;
        var written = JsonFactReader.Written(own);
        if (records.Dated.Count > 0)
            builder.Report(DataIssues.NoDay(JsonFactReader.Origin(own), subject, period, records.Name, written));
        return FactValue.Unreadable(written);
    }

    private Period? PeriodOf(JsonObject json)
    {
        if (json[WideFactReader.PeriodColumn] is { } written)
            return PeriodText.Read((written as JsonString)?.Value, periodOf);
        return json[RecordRowReader.DateColumn] is JsonString { Value: var date } && DayNumber.TryParseWithTime(date, out var day)
            ? PeriodText.Of(DayNumber.ToDate(day), periodOf)
            : null;
    }

    private IEnumerable<KeyValuePair<string, FactValue>> ValueOf(JsonMember member, string subject, Period period)
    {
        var name = member.Name.Value;
        var field = records.FieldOf(name);
        if (field is null)
        {
            if (_reported.Add(name))
                builder.Report(DataIssues.UnusableField(
                    records.Name, name, () => ClosestName.Find(name, records.FieldNames), JsonFactReader.Origin(member.Name)));
        }
        else if (member.Value is not JsonNull)
        {
            var value = FactJson.ValueOf(member.Value, field.Kind);
            if (value.Kind != field.Kind)
            {
                value = FactValue.Unreadable(JsonFactReader.Written(member.Value));
                builder.Report(DataIssues.Unreadable(
                    JsonFactReader.Origin(member.Value), subject, period, field, value.Unrepresentable!, ReadFault.NotOfType));
            }

            yield return new(name, value);
        }
    }
}
