// JSON as people compare it: indented, numbers as they are written.
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace KpiRules.AspNetCore.Tests.Support;

internal static class Pretty
{
    public static string Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(
            stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            document.WriteTo(json);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
