// Takes a text with holes such as {sales:N0}, gives its parts; what is no hole is reported at its place.
using System.Collections.Generic;
using KpiRules.Diagnostics;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

/// <param name="Language">Empty where the author wrote one text for all.</param>
internal sealed record MessageTemplate(string Language, JsonString Json, IReadOnlyList<MessagePart> Parts)
{
    public const string Subject = "subject";
    public const string Period = "period";

    public static MessageTemplate Read(string language, JsonString json, DiagnosticBag diagnostics)
    {
        var (text, parts, start) = (json.Value, new List<MessagePart>(), 0);
        while (start < text.Length)
        {
            var brace = text.IndexOfAny(['{', '}'], start);
            if (brace < 0)
                break;
            parts.Add(MessagePart.Literal(text.Substring(start, brace - start), start));
            start = brace + 1;
            if (start < text.Length && text[start] == text[brace])
                parts.Add(MessagePart.Literal(text.Substring(start++, 1), brace));
            else if (text[brace] == '}' || text.IndexOfAny(['{', '}'], start) is not (>= 0 and var end) || text[end] == '{')
                diagnostics.Add(RulesetFaults.BraceAlone(json.PlaceOf(brace, 1), text[brace]));
            else
            {
                parts.Add(Hole(text.Substring(start, end - start), start));
                start = end + 1;
            }
        }

        parts.Add(MessagePart.Literal(text.Substring(start), start));
        return new MessageTemplate(language, json, parts);
    }

    /// <summary>An id holds no colon, so that whatever stands behind one is the format.</summary>
    private static MessagePart Hole(string text, int start)
    {
        var colon = text.IndexOf(':');
        var written = colon < 0 ? text : text.Substring(0, colon);
        var name = written.Trim();
        return new MessagePart(
            name, true, colon < 0 ? null : text.Substring(colon + 1), start + written.IndexOf(name, System.StringComparison.Ordinal));
    }
}

/// <param name="Text">The text itself, or the name that the hole holds.</param>
/// <param name="Format">As the hole says; null where it does not.</param>
/// <param name="Start">Where it begins in the text.</param>
internal sealed record MessagePart(string Text, bool IsHole, string? Format, int Start)
{
    public static MessagePart Literal(string text, int start) => new(text, false, null, start);
}
