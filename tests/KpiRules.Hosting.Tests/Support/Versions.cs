// A company's ruleset and its base, of which both say the same number: one of each fits, two of different versions show.
using System.Globalization;

namespace KpiRules.Hosting.Tests.Support;

internal static class Versions
{
    public static string Acme(int version) => $$"""
        { "id": "acme", "version": "{{Name(version)}}", "extends": "base",
          "parameters": { "factor": {{Name(version)}} },
          "incentives": { "bonus": { "amount": {{Name(version)}} } } }
        """;

    public static string Base(int version) => $$"""
        { "measures": { "sales": {} },
          "kpis": { "scaled": { "formula": "sales * factor" }, "below": { "formula": "sales * {{Name(version)}}" } },
          "incentives": { "share": { "basis": "scaled", "rate": "1%" } } }
        """;

    private static string Name(int version) => version.ToString(CultureInfo.InvariantCulture);
}
