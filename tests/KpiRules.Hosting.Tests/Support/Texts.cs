// Small rulesets for tests: a bonus that is a number of the test's choice.
namespace KpiRules.Hosting.Tests.Support;

internal static class Texts
{
    public static string Ruleset(
        string id, string version, string? company = null, string? effective = null, string? extends = null, decimal bonus = 100)
    {
        var optional = (company is null ? "" : $"\"company\": \"{company}\", ")
            + (effective is null ? "" : $"\"effective\": {effective}, ")
            + (extends is null ? "" : $"\"extends\": \"{extends}\", ");
        return $$"""
            { "id": "{{id}}", "version": "{{version}}", {{optional}}"settings": { "language": "en" },
              "measures": { "sales": { "unit": "money" } },
              "kpis": { "twice": { "formula": "sales * 2", "unit": "money" } },
              "incentives": { "bonus": { "amount": {{bonus.ToString(System.Globalization.CultureInfo.InvariantCulture)}} } } }
            """;
    }

    public static string From(int year) => $"{{ \"from\": \"{year}-01-01\" }}";

    public static string In(int year) => $"{{ \"from\": \"{year}-01-01\", \"to\": \"{year}-12-31\" }}";
}
