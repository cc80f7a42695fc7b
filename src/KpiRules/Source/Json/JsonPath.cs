// Writes the path of a value the way an author would say it: kpis.margin.formula, tests[0].given['a.b'].
namespace KpiRules.Source.Json;

internal static class JsonPath
{
    public static string Member(string parent, string name)
    {
        var plain = name.Length > 0 && name.IndexOfAny(['.', '[', ']', '\'', ' ', '\n', '\r', '\t']) < 0;
        return !plain ? $"{parent}['{name}']" : parent.Length == 0 ? name : $"{parent}.{name}";
    }

    public static string Item(string parent, int index) => $"{parent}[{index}]";
}
