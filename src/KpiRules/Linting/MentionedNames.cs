// Takes the JSON of a ruleset, gives every name that anything in it mentions, beside what people only read.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Source.Json;

namespace KpiRules.Linting;

/// <summary>Formulas, messages, lists of names and tests mention names; each as a whole word, or in brackets.</summary>
internal static class MentionedNames
{
    private static readonly string[] Prose = ["title", "description", "response"];

    /// <summary>Of the whole ruleset but one section.</summary>
    /// <param name="section">Null: of all.</param>
    public static HashSet<string> In(JsonObject ruleset, string? section)
    {
        var names = new HashSet<string>();
        foreach (var member in ruleset.Members.Where(member => member.Name.Value != section))
            AddBelow(member.Value, names, isDefinition: member.Name.Value != "tests");
        return names;
    }

    /// <param name="isDefinition">Whether the names of its members are declared here; else they name what is declared elsewhere.</param>
    private static void AddBelow(JsonValue value, HashSet<string> names, bool isDefinition)
    {
        switch (value)
        {
            case JsonString text:
                AddWords(text.Value, names);
                break;
            case JsonArray list:
                foreach (var item in list.Items)
                    AddBelow(item, names, isDefinition);
                break;
            case JsonObject json:
                foreach (var member in json.Members.Where(member => !Prose.Contains(member.Name.Value)))
                {
                    if (!isDefinition)
                        AddWords(member.Name.Value, names);
                    AddBelow(member.Value, names, isDefinition);
                }

                break;
        }
    }

    private static void AddWords(string text, HashSet<string> names)
    {
        names.Add(text);
        for (var start = 0; start < text.Length; start++)
        {
            var end = text[start] == '[' ? text.IndexOf(']', start) : start;
            if (end > start)
                names.Add(text.Substring(start + 1, end - start - 1));
            while (end >= 0 && end < text.Length && IsOfName(text[end]))
                end++;
            if (end <= start)
                continue;
            names.Add(text.Substring(start, end - start));
            start = end - 1;
        }
    }

    private static bool IsOfName(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c);
}
