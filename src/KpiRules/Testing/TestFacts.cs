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
            AddFacts(subject, period, json);
            if (json is not null)
                AddGiven(subject, period, json);
        }

        public void AddGiven(string subject, Period period, JsonObject json)
        {
            AddFacts(subject, period, json["given"] as JsonObject);
            AddRecords(subject, period, json["records"] as JsonObject);
            AddPeriods(subject, json["history"] as JsonObject);
        }

        public void AddPeriods(string subject, JsonObject? periods)
        {
            foreach (var member in periods?.Members ?? [])
            {
                if (!Period.TryParse(member.Name.Value, out var period) || member.Value is not JsonObject then)
                    continue;
                AddFacts(subject, period, then);
                AddRecords(subject, period, then["records"] as JsonObject);
            }
        }

        private void AddFacts(string subject, Period period, JsonObject? given) =>
            builder.Add(subject, period, (given?.Members ?? [])
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
