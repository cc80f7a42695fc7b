// Random tables: few keys, so that rows are often alike, and some of everything that can be wrong in a row.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Facts;

namespace KpiRules.Tests.Support;

/// <param name="Kinds">Of the keys: <c>text</c>, <c>number</c>, <c>date</c> or <c>boolean</c>.</param>
internal sealed record RandomTable(string[] Kinds, bool IsByBound, decimal? Else)
{
    private static readonly string[] Texts = ["A", "a", "B", ""];

    public static RandomTable Next(Random random)
    {
        var kinds = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(4) switch
        {
            0 => "number",
            1 => "date",
            2 => "boolean",
            _ => "text",
        }).ToArray();
        var isByBound = kinds[^1] is "number" or "date" && (random.Next(2) == 0);
        return new RandomTable(kinds, isByBound, random.Next(2) == 0 ? null : random.Next(100, 105));
    }

    public string Json(string rows)
    {
        var keys = string.Join(", ", Kinds.Select((kind, i) =>
            $$"""{ "name": "k{{i}}", "type": "{{kind}}"{{(IsByBound && i == Kinds.Length - 1 ? ", \"match\": \"from\"" : "")}} }"""));
        return $$"""
            { "keys": [ {{keys}} ], "values": { "v": { "max": 200 } }, "rows": {{rows}}{{(Else is null ? "" : $", \"else\": {{ \"v\": {Else} }}")}} }
            """;
    }

    /// <summary>Facts or fields of the types of the keys, as a ruleset declares them.</summary>
    public string Declared(string prefix) =>
        string.Join(", ", Kinds.Select((kind, i) => $$"""
            "{{prefix}}{{i}}": { "type": "{{kind}}" }
            """));

    /// <summary>The same as arguments.</summary>
    public string Named(string prefix) => string.Join(", ", Kinds.Select((_, i) => $"{prefix}{i}"));

    /// <summary>Facts have the type that the ruleset says; only rows of tables are read from texts.</summary>
    public IEnumerable<KeyValuePair<string, FactValue>> Facts((FactValue Given, object Model)[] keys, string prefix = "a") =>
        keys.Select((key, i) =>
        {
            FactValue value = key.Model switch
            {
                decimal day when Kinds[i] == "date" => DateTime.MinValue.AddDays((double)day),
                decimal number => number,
                bool boolean => boolean,
                var text => (string)text,
            };
            return new KeyValuePair<string, FactValue>($"{prefix}{i}", value);
        });

    /// <summary>What is looked for, as facts say it and as the model compares it.</summary>
    public (FactValue Given, object Model)[] Keys(Random random) => Kinds.Select(kind => Key(random, kind)).ToArray();

    /// <summary>A row as it is given, and as the model sees it.</summary>
    /// <param name="isFaulty">Whether some of it may be wrong.</param>
    public ((string, FactValue)[] Given, ModelRow Model) Row(Random random, bool isFaulty)
    {
        var (given, keys) = (new List<(string, FactValue)>(), new object?[Kinds.Length]);
        for (var i = 0; i < Kinds.Length; i++)
        {
            var (value, model) = Key(random, Kinds[i]);
            var fault = isFaulty ? random.Next(16) : -1;
            keys[i] = fault is 0 or 1 ? null : model;
            // missing, or of a type that the key cannot be read as
            if (fault != 0)
                given.Add(($"k{i}", fault == 1 ? Kinds[i] == "text" ? 5 : "x5" : value));
        }

        var number = (decimal)random.Next(0, 50);
        var wrong = isFaulty ? random.Next(12) : -1;
        if (wrong != 0)
            given.Add(("v", wrong switch { 1 => "much", 2 => 200.01m, 3 => $"{number}%", 4 => true, _ => number }));
        return ([.. given], new ModelRow(keys, wrong switch { 0 or 1 or 2 or 4 => null, 3 => number / 100, _ => number }));
    }

    private static (FactValue Given, object Model) Key(Random random, string kind)
    {
        var number = random.Next(5);
        switch (kind)
        {
            case "number":
                // 1 is 1.00, and may be written as a text
                return (random.Next(3) switch { 0 => number, 1 => number * 1.00m, _ => $"{number}.0" }, (decimal)number);
            case "date":
                var day = new DateTime(2026, 3, 1).AddDays(number);
                var written = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                return ((random.Next(2) == 0) ? day : written, (decimal)(day - DateTime.MinValue).Days);
            case "boolean":
                return (number < 3, number < 3);
            default:
                return (Texts[number % Texts.Length], Texts[number % Texts.Length]);
        }
    }
}
