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

    public static Dataset Read(IReadOnlyList<FactDefinition> facts, TestDefinition test, string onlySubject)
    {
        var (json, period) = (test.Json, test.Period!.Value);
        var byName = facts.ToDictionary(fact => fact.Name);
        return Dataset.Build(builder =>
        {
            if (test.CompleteFrom is { } complete)
                builder.CompleteFrom(complete);
            if (json["subjects"] is JsonObject subjects)
            {
                foreach (var subject in subjects.Members)
                    AddSubject(builder, byName, subject.Name.Value, period, subject.Value as JsonObject);
            }
            else
            {
                AddFacts(builder, byName, onlySubject, period, json["given"] as JsonObject);
                AddHistory(builder, byName, onlySubject, json["history"] as JsonObject);
            }
        });
    }

    /// <summary>The facts of a subject stand under <c>given</c>, or directly.</summary>
    private static void AddSubject(DatasetBuilder builder, Dictionary<string, FactDefinition> facts, string subject, Period period, JsonObject? json)
    {
        AddFacts(builder, facts, subject, period, json);
        AddFacts(builder, facts, subject, period, json?["given"] as JsonObject);
        AddHistory(builder, facts, subject, json?["history"] as JsonObject);
    }

    private static void AddHistory(DatasetBuilder builder, Dictionary<string, FactDefinition> facts, string subject, JsonObject? history)
    {
        foreach (var member in history?.Members ?? [])
        {
            if (Period.TryParse(member.Name.Value, out var earlier))
                AddFacts(builder, facts, subject, earlier, member.Value as JsonObject);
        }
    }

    private static void AddFacts(DatasetBuilder builder, Dictionary<string, FactDefinition> facts, string subject, Period period, JsonObject? given) =>
        builder.Add(subject, period, (given?.Members ?? [])
            .Where(member => !NoFacts.Contains(member.Name.Value))
            .Select(member => new KeyValuePair<string, FactValue>(member.Name.Value, ValueOf(facts, member))));

    private static FactValue ValueOf(Dictionary<string, FactDefinition> facts, JsonMember member) =>
        JsonFactReader.ValueOf(member.Value, facts.TryGetValue(member.Name.Value, out var fact) ? fact.Kind : null);
}
