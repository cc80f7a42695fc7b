// Takes a name that a caller gave and those there are, says which was meant, or which there are.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Diagnostics;

internal static class UnknownName
{
    private const int MostListed = 20;

    /// <param name="what">A sentence without its full stop, such as <c>There is no KPI 'slaes'</c>.</param>
    public static string Say(string what, string name, IEnumerable<string> known)
    {
        var names = known.ToList();
        return $"{what}{(Close(name, names) is { Length: > 0 } close ? close : Listed(names))}";
    }

    /// <inheritdoc cref="Say"/>
    public static KeyNotFoundException NoKey(string what, string name, IEnumerable<string> known) => new(Say(what, name, known));

    /// <summary>The same where the known names are people's: none is listed, only one that is close.</summary>
    public static KeyNotFoundException NoPerson(string what, string id, IEnumerable<string> known) =>
        new($"{what}{(Close(id, known) is { Length: > 0 } close ? close : ".")}");

    /// <summary>The end of a sentence that asks whether the closest name was meant; empty where none is close.</summary>
    public static string Close(string name, IEnumerable<string> known) =>
        ClosestName.Find(name, known) is { } close ? $"; did you mean '{close}'?" : "";

    private static string Listed(IReadOnlyList<string> names) => names.Count switch
    {
        0 => "; there are none.",
        <= MostListed => $"; there are: {string.Join(", ", names)}.",
        var count => $"; there are {count}: {string.Join(", ", names.Take(MostListed))}, ….",
    };
}
