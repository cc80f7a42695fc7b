// The texts that are all that something can be, as the ruleset declares them or as results have them.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Kernel;

/// <param name="Name">What the author calls that which has them.</param>
internal sealed record KnownTexts(string Name, IReadOnlyList<string> All)
{
    /// <summary>Null where nothing is declared, so that any text may come.</summary>
    public static KnownTexts? Of(string name, IReadOnlyList<string>? all) => all is null ? null : new KnownTexts(name, all);

    public bool Have(string text) => All.Contains(text);
}
