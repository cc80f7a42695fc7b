// Takes the JSON of a ruleset and other values of its parameters, gives the JSON as if they stood in it.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

/// <remarks>What is wrong with a value is told at a place of its own, called as people write it: <c>hurdle=0.85</c>.</remarks>
internal static class ParameterValues
{
    private const string Section = "parameters";
    private const string Value = "value";

    /// <param name="known">The names of the ruleset's parameters.</param>
    /// <param name="given">The values by name; of a name given twice, the last counts.</param>
    /// <exception cref="ArgumentException">The ruleset has no parameter of a name.</exception>
    public static JsonObject In(JsonObject ruleset, IEnumerable<string> known, IEnumerable<KeyValuePair<string, decimal>> given)
    {
        var (names, values) = (known.ToList(), new Dictionary<string, decimal>());
        foreach (var parameter in given ?? throw new ArgumentNullException(nameof(given)))
            values[names.Contains(parameter.Key) ? parameter.Key : throw Unknown(parameter.Key, names)] = parameter.Value;
        return Replaced(ruleset, name => name == Section, (_, section) =>
            Replaced((JsonObject)section, values.ContainsKey, (name, written) => Parameter(name, written, values[name])));
    }

    private static ArgumentException Unknown(string name, IReadOnlyList<string> names) => new(
        $"There is no parameter '{name}'; "
        + (ClosestName.Find(name, names) is { } close ? $"did you mean '{close}'? " : "")
        + (names.Count == 0 ? "the ruleset has none." : $"There are: {string.Join(", ", names)}."));

    private static JsonValue Parameter(string name, JsonValue written, decimal value) => written is JsonObject entry
        ? Replaced(entry, property => property == Value, (_, before) => Number(name, value, before))
        : Number(name, value, written);

    private static JsonNumber Number(string name, decimal value, JsonValue before)
    {
        var text = ExactDecimal.Normalised(value).ToString(CultureInfo.InvariantCulture);
        var source = new SourceText($"{name}={text}", text);
        return new JsonNumber(new SourcePlace(source, new SourceSpan(0, text.Length), before.Place.Path), value);
    }

    private static JsonObject Replaced(JsonObject json, Func<string, bool> isMeant, Func<string, JsonValue, JsonValue> replace) => new(
        json.Place,
        json.Members
            .Select(member => isMeant(member.Name.Value) ? member with { Value = replace(member.Name.Value, member.Value) } : member)
            .ToList());
}
