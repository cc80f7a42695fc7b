// What people read of something that HR names.
using KpiRules.Facts;
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets;

internal static class Naming
{
    public static readonly Property<LocalizedText> Title = new(
        "title", new LocalizedType(),
        "显示名称：一段文字，或按语言写",
        "what people read: a text, or texts by language")
    {
        Examples = ["\"回款率\"", "{ \"zh\": \"回款率\", \"en\": \"Collection rate\" }"],
    };

    public static readonly Property<LocalizedText> Description = new(
        "description", new LocalizedType(),
        "更详细的说明：一段文字，或按语言写",
        "a longer explanation: a text, or texts by language");

    /// <summary>Checks them; nothing is made of them here.</summary>
    public static void Check(ObjectReader reader)
    {
        reader.Read(Title);
        reader.Read(Description);
    }
}
