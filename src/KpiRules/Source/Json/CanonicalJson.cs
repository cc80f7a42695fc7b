// Writes a JSON tree in one form only, so that the same content always has the same hash.
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;

namespace KpiRules.Source.Json;

internal static class CanonicalJson
{
    /// <summary>
    /// SHA-256 in lower-case hexadecimal; white space, comments, the order of properties and trailing zeros do not matter.
    /// </summary>
    public static string Hash(JsonValue value)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text))
            Write(writer, value);
        using var sha = SHA256.Create();
        return string.Concat(
            sha.ComputeHash(Encoding.UTF8.GetBytes(text.ToString())).Select(b => b.ToString("x2", CultureInfo.InvariantCulture)));
    }

    private static void Write(JsonTextWriter writer, JsonValue value)
    {
        switch (value)
        {
            case JsonObject json:
                writer.WriteStartObject();
                foreach (var member in json.Members.OrderBy(member => member.Name.Value, System.StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name.Value);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonArray array:
                writer.WriteStartArray();
                foreach (var item in array.Items)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonString text:
                writer.WriteValue(text.Value);
                break;
            case JsonNumber number:
                writer.WriteRawValue(ExactDecimal.Normalised(number.Value).ToString(CultureInfo.InvariantCulture));
                break;
            case JsonBoolean boolean:
                writer.WriteValue(boolean.Value);
                break;
            default:
                writer.WriteNull();
                break;
        }
    }
}
