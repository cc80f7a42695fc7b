// What a schema says to people: one text in both languages, for editors show one.
using KpiRules.Rulesets.Shapes;

namespace KpiRules.Rulesets.Schemas;

internal static class SchemaText
{
    public static string? Of(Property property) => property.En.Length == 0 ? null : Of(property.Zh, property.En);

    public static string Of(string zh, string en) => $"{zh}。\n{char.ToUpperInvariant(en[0])}{en.Substring(1).Replace("`", "")}.";
}
