// Takes the facts a test carries, gives them as a dataset.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Rulesets;
using KpiRules.Source.Json;

namespace KpiRules.Testing;

internal static class TestFacts
{
    private static readonly string[] NoFacts = ["given", "history", "records"];

    private const string TablesProperty = "tables";

    /// <param name="given">The period of the facts that name none; null where all do.</param>
    public static Dataset Read(Policy policy, TestDefinition test, Period? given, string onlySubject)
    {
        var json = test.Json;
        var facts = policy.Facts.ToDictionary(fact => fact.Name);
        return Dataset.Build(builder =>
        {
            if (test.CompleteFrom is { } complete)
                builder.CompleteFrom(complete);
            var reader = new Reader(builder, facts, policy.Records.ToDictionary(list => list.Name));
            reader.AddTables(given, json);
            if (given is not { } period)
                reader.AddPeriods(onlySubject, json["periods"] as JsonObject);
            else if (json["subjects"] is not JsonObject subjects)
                reader.AddGiven(onlySubject, period, json);
            else
            {
                foreach (var subject in subjects.Members)
                    reader.AddSubject(subject.Name.Value, period, subject.Value as JsonObject);
            }
        });
    }

    private sealed class Reader(
        DatasetBuilder builder, Dictionary<string, FactDefinition> facts, Dictionary<string, RecordDefinition> lists)
    {
        /// <summary>The facts of a subject stand under <c>given</c>, or directly.</summary>
        public void AddSubject(string subject, Period period, JsonObject? json)
        {
            AddFacts(subject, period, json?.Members ?? []);
            if (json is not null)
                AddGiven(subject, period, json);
        }

        public void AddGiven(string subject, Period period, JsonObject json)
        {
            AddFacts(subject, period, (json["given"] as JsonObject)?.Members ?? []);
            AddRecords(subject, period, json["records"] as JsonObject);
            AddPeriods(subject, json["history"] as JsonObject);
        }

        public void AddPeriods(string subject, JsonObject? periods)
        {
            foreach (var member in periods?.Members ?? [])
            {
                if (!Period.TryParse(member.Name.Value, out var period) || member.Value is not JsonObject then)
                    continue;
                AddFacts(subject, period, then.Members.Where(fact => fact is not { Name.Value: TablesProperty, Value: JsonObject }));
                AddRecords(subject, period, then["records"] as JsonObject);
                AddTables(period, then);
            }
        }

        /// <param name="period">Null for rows that are given without one.</param>
        public void AddTables(Period? period, JsonObject json)
        {
            foreach (var table in (json[TablesProperty] as JsonObject)?.Members ?? [])
            {
                builder.AddTable(table.Name.Value, period);
                foreach (var row in (table.Value as JsonArray)?.Items.OfType<JsonObject>() ?? [])
                    builder.AddTableRow(table.Name.Value, period, row.Members.Select(CellOf), PlaceOf(row));
            }
        }

        private static KeyValuePair<string, FactValue> CellOf(JsonMember cell) => new(cell.Name.Value, FactJson.ValueOf(cell.Value, null));

        private static RowOrigin PlaceOf(JsonObject row)
        {
            var (line, column) = row.Place.Source.PositionOf(row.Place.Span.Start);
            return new RowOrigin(row.Place.Source.Name, line, column);
        }

        private void AddFacts(string subject, Period period, IEnumerable<JsonMember> given) =>
            builder.Add(subject, period, given
                .Where(member => !NoFacts.Contains(member.Name.Value))
                .Select(member => new KeyValuePair<string, FactValue>(member.Name.Value, ValueOf(member))));

        private void AddRecords(string subject, Period period, JsonObject? records)
        {
            foreach (var list in records?.Members ?? [])
            {
                builder.AddRecords(list.Name.Value);
                var definition = lists.TryGetValue(list.Name.Value, out var known) ? known : null;
                foreach (var record in (list.Value as JsonArray)?.Items.OfType<JsonObject>() ?? [])
                    builder.AddRecord(subject, period, list.Name.Value, record.Members.Select(field =>
                        new KeyValuePair<string, FactValue>(field.Name.Value, FieldOf(definition, field))).ToList());
            }
        }

        private FactValue ValueOf(JsonMember member) =>
            FactJson.ValueOf(member.Value, facts.TryGetValue(member.Name.Value, out var fact) ? fact.Kind : null);

        private static FactValue FieldOf(RecordDefinition? records, JsonMember field) =>
            FactJson.ValueOf(field.Value, records?.FieldOf(field.Name.Value)?.Kind);
    }
}
