// What people read of something that HR names.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;
using KpiRules.Source.Json;

namespace KpiRules.Rulesets;

internal static class Naming
{
    public static readonly Property<LocalizedText> Title = new(
        "title", new LocalizedType(),
        "显示名称：一段文字，或按语言写",
        "what people read: a text, or texts by language")
    {
        IsForReaders = true,
        Examples = ["\"回款率\"", "{ \"zh\": \"回款率\", \"en\": \"Collection rate\" }"],
    };

    public static readonly Property<LocalizedText> Description = new(
        "description", new LocalizedType(),
        "更详细的说明：一段文字，或按语言写",
        "a longer explanation: a text, or texts by language")
    {
        IsForReaders = true,
    };

    /// <summary>The title of a definition; null where it has none.</summary>
    public static LocalizedText? TitleIn(JsonObject definition) => definition[Title.Name] switch
    {
        JsonString text => LocalizedText.Of(text.Value),
        JsonObject { Members.Count: > 0 } map => new LocalizedText(map.Members
            .Where(member => member.Value is JsonString)
            .Select(member => new KeyValuePair<string, string>(member.Name.Value, ((JsonString)member.Value).Value)).ToList()),
        _ => null,
    };

    /// <summary>The title of what is read; its description is checked, and nothing made of it.</summary>
    public static LocalizedText? ReadTitle(ObjectReader reader)
    {
        var title = reader.Read(Title);
        reader.Read(Description);
        return title;
    }
}
