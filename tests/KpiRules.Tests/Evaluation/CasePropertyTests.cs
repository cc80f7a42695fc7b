// A choice by cases is what a search through its labels, one after another, finds: over random labels and facts.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FluentAssertions;
using KpiRules.Facts;
using Xunit;

namespace KpiRules.Tests.Evaluation;

public sealed class CasePropertyTests
{
    private const int Policies = 400;
    private const int SubjectsEach = 25;
    private static readonly Period March = Period.Parse("2026-03");

    /// <summary>10,000 subjects a type of label.</summary>
    [Theory]
    [InlineData(ValueKind.Text, 11)]
    [InlineData(ValueKind.Number, 12)]
    [InlineData(ValueKind.Date, 13)]
    public void ACase_IsWhatANaiveSearchFinds(ValueKind kind, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Policies; i++)
        {
            var labels = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Value(kind, random)).Distinct().ToList();
            var hasElse = random.Next(2) == 0;
            var cases = string.Join(", ", labels.Select((label, n) => $"{Written(label, random)}, {n + 1}"));
            var call = $"case(x, {cases}{(hasElse ? ", 0" : "")})";
            var ofRecords = call.Replace("case(x", "case(kind", StringComparison.Ordinal);
            var policy = Policy.Read($$"""
                { "id": "x", "version": "1", "attributes": { "x": { "type": "{{kind.ToString().ToLowerInvariant()}}" } },
                  "records": { "rows": { "fields": { "kind": { "type": "{{kind.ToString().ToLowerInvariant()}}" } } } },
                  "kpis": { "k": { "formula": "{{call}}" }, "sums": { "formula": "sum(rows, {{ofRecords}})" },
                    "to_date": { "formula": "ytd(sums)" } } }
                """).Policy!;
            var given = Enumerable.Range(0, SubjectsEach).Select(_ => random.Next(5) == 0 ? default : Value(kind, random)).ToList();
            var facts = Dataset.Build(builder =>
            {
                builder.CompleteFrom("2026-01");
                for (var s = 0; s < given.Count; s++)
                    builder.Add($"s{s}", March, ("x", given[s])).AddRecord($"s{s}", "2026-03", "rows", ("kind", given[s]))
                        .AddRecord($"s{s}", "2026-03", "rows", ("kind", labels[0]));
            });
            var evaluation = policy.Evaluate(facts, March);
            for (var s = 0; s < given.Count; s++)
            {
                var expected = Search(labels, given[s], hasElse);
                var subject = evaluation[$"s{s}"];
                subject["k"].Number.Should().Be(expected, "{0} of {1}", call, given[s]);
                subject["sums"].Number.Should().Be(expected + 1, "{0} of {1}", ofRecords, given[s]);
                subject["to_date"].Number.Should().Be(expected + 1);
                if (expected is null && given[s].Kind is not null)
                    subject["k"].Cause!.Explain("en").Should().Be($"no case for '{given[s]}'");
            }
        }
    }

    private static decimal? Search(List<FactValue> labels, FactValue given, bool hasElse)
    {
        if (given.Kind is null)
            return null;
        for (var i = 0; i < labels.Count; i++)
        {
            if (given.Text is { } text ? string.Equals(labels[i].Text, text, StringComparison.Ordinal) : labels[i] == given)
                return i + 1;
        }

        return hasElse ? 0 : null;
    }

    private static FactValue Value(ValueKind kind, Random random) => kind switch
    {
        ValueKind.Text => new[] { "A", "a", "Ä", "A ", "华东", "华南", "İ", "ı", "ß", "ss", "", "é", "e\u0301" }[random.Next(13)],
        ValueKind.Number => Math.Round((decimal)random.Next(-6, 7) / 2, random.Next(1, 4)),
        ValueKind.Date => new DateTime(2026, 2, 25).AddDays(random.Next(12)),
        ValueKind.Boolean => throw new NotSupportedException(),
    };

    /// <summary>With and without zeros behind the point.</summary>
    private static string Written(FactValue value, Random random) => value.Kind switch
    {
        ValueKind.Text => $"'{value.Text}'",
        ValueKind.Number => value.Number!.Value.ToString(random.Next(2) == 0 ? "0.0##" : "0.####", CultureInfo.InvariantCulture),
        ValueKind.Date => $"#{value}#",
        ValueKind.Boolean or null => throw new NotSupportedException(),
    };
}
