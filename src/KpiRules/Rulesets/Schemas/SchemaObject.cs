// A JSON Schema as a tree, and as text.
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Newtonsoft.Json;

namespace KpiRules.Rulesets.Schemas;

/// <summary>
/// Keywords in their order; each holds a schema, a list, a text, a number or a truth. Token by token, for what Newtonsoft's trees need
/// is what trimming takes away.
/// </summary>
internal sealed class SchemaObject : IEnumerable<KeyValuePair<string, object>>
{
    private readonly List<KeyValuePair<string, object>> _members = [];

    /// <summary>What a choice of which this is one way must not be; null for nothing.</summary>
    public SchemaObject? NotInChoice { get; init; }

    public int Count => _members.Count;

    /// <param name="value">Null for a keyword that is left out.</param>
    public SchemaObject Add(string name, object? value)
    {
        if (value is not null)
            _members.Add(new KeyValuePair<string, object>(name, value));
        return this;
    }

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>With line feeds, whatever the machine's are.</summary>
    public string Write()
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented })
            Write(writer, this);
        return text + "\n";
    }

    private static void Write(JsonTextWriter writer, object value)
    {
        switch (value)
        {
            case SchemaObject schema:
                writer.WriteStartObject();
                foreach (var member in schema)
                {
                    writer.WritePropertyName(member.Key);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case RawJson raw:
                writer.WriteRawValue(raw.Text);
                break;
            case string text:
                writer.WriteValue(text);
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item!);
                writer.WriteEndArray();
                break;
            // others: numbers and truths
            default:
                writer.WriteValue(value);
                break;
        }
    }
}

/// <summary>JSON that is written as it is.</summary>
internal sealed record RawJson(string Text);
