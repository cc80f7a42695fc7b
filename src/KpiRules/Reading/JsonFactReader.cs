// Takes facts as JSON, an object a subject and period, and adds them to a dataset; what is bad is reported with its place.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using KpiRules.Diagnostics;
using KpiRules.Facts;
using KpiRules.Source;
using KpiRules.Source.Json;

namespace KpiRules.Reading;

/// <summary>
/// Reads facts from JSON: a list of objects with <c>subject</c> and <c>period</c>, then measures, attributes and
/// <c>&lt;kpi&gt;.target</c>. A day as <c>period</c> stands for the policy's period that holds it. An object without
/// <c>period</c> is about a subject as such, and gives attributes only.
/// </summary>
public static class JsonFactReader
{
    /// <summary>Adds the facts to the dataset; a bad entry becomes an issue and does not stop the rest.</summary>
    /// <param name="builder">Where the facts go.</param>
    /// <param name="policy">Whose facts they are.</param>
    /// <param name="text">The JSON.</param>
    /// <param name="source">What to call the text in diagnostics and issues, usually its file name.</param>
    /// <returns>What keeps the text from being JSON of this form; empty when it could be read.</returns>
    public static IReadOnlyList<Diagnostic> Read(DatasetBuilder builder, Policy policy, string text, string source)
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        if (policy is null)
            throw new ArgumentNullException(nameof(policy));
        var diagnostics = new DiagnosticBag();
        var document = new SourceText(source, text);
        var json = JsonReader.Read(document, diagnostics);
        if (json is not null and not JsonArray)
            diagnostics.Add(RulesetFaults.WrongType(json.Place, source, new Term("json.array"), json.Type));
        if (!diagnostics.HasErrors)
            Read(builder, policy, ((JsonArray)json!).Items, null);
        return diagnostics.Sorted();
    }

    /// <summary>As above, of a list that is a part of a greater document.</summary>
    /// <param name="otherwise">The period of an object that names none; null where such a one is about a subject as such.</param>
    internal static void Read(DatasetBuilder builder, Policy policy, IEnumerable<JsonValue> rows, Period? otherwise)
    {
        var reported = new HashSet<string>();
        foreach (var row in rows)
            ReadRow(builder, policy, row, otherwise, reported);
    }

    /// <summary>Whose row it is: a text, or a whole number, as databases count people; null where there is neither.</summary>
    internal static string? SubjectOf(JsonValue row) => (row as JsonObject)?[WideFactReader.SubjectColumn] switch
    {
        JsonString { Value: var id } when id.Trim() is { Length: > 0 } subject => subject,
        JsonNumber { Value: var number } when decimal.Truncate(number) == number => number.ToString("0", CultureInfo.InvariantCulture),
        _ => null,
    };

    private static void ReadRow(DatasetBuilder builder, Policy policy, JsonValue row, Period? otherwise, HashSet<string> reported)
    {
        var facts = policy.FactsByName;
        // asked for before the places of its members: places are counted onward, and going back would count a long line anew
        var place = Place(row);
        var json = row as JsonObject;
        if (SubjectOf(row) is not { } subject)
        {
            builder.Report(DataIssues.NoSubject(place.Written!));
            return;
        }

        var (period, day) = (otherwise, PeriodText.DayIn((json![WideFactReader.PeriodColumn] as JsonString)?.Value));
        var periodJson = json[WideFactReader.PeriodColumn];
        if (PeriodText.Read((periodJson as JsonString)?.Value, policy.PeriodOf) is { } written)
            period = written;
        else if (periodJson is not null)
        {
            builder.Report(DataIssues.BadPeriod(Origin(periodJson), subject, (periodJson as JsonString)?.Value ?? Written(periodJson)));
            return;
        }

        var values = new List<KeyValuePair<string, FactValue>>();
        foreach (var member in json.Members.Where(
            member => member.Name.Value is not (WideFactReader.SubjectColumn or WideFactReader.PeriodColumn)))
        {
            var name = member.Name.Value;
            if (!facts.TryGetValue(name, out var fact))
            {
                if (reported.Add(name))
                    builder.Report(DataIssues.Unusable(name, () => ClosestName.Find(name, facts.Keys), Origin(member.Name)));
                continue;
            }

            if (period is null && fact.Role != FactRole.Attribute)
            {
                if (reported.Add(name))
                    builder.Report(DataIssues.NeedsPeriod(name, Origin(member.Name)));
                continue;
            }

            if (member.Value is JsonNull)
                continue;
            var value = FactJson.ValueOf(member.Value, fact.Kind);
            if (value.Kind == fact.Kind)
                values.Add(new(name, value));
            else
            {
                builder.Report(DataIssues.Unreadable(
                    Origin(member.Value), subject, period, fact, Written(member.Value), ReadFault.NotOfType));
                builder.AddUnusable(
                    subject, fact.IsAsOfRecord ? day ?? period : period, name);
            }
        }

        if (period is { } given)
            builder.Add(subject, given, day, values, facts, place);
        else
            builder.AddSubject(subject, values, place);
    }

    internal static string Written(JsonValue value) => value is JsonString text ? text.Value : value.Place.Text;

    internal static string Origin(JsonValue value) => Place(value).Written!;

    internal static RowOrigin Place(JsonValue value)
    {
        var (line, column) = value.Place.Source.PositionOf(value.Place.Span.Start);
        return new RowOrigin(value.Place.Source.Name, line, column);
    }
}
