// The texts that are all that something can be, as the ruleset declares them or as results have them.
using System.Collections.Generic;
using System.Linq;

namespace KpiRules.Kernel;

/// <param name="Name">What the author calls that which has them.</param>
/// <param name="MayGrow">Whether they are what the rows of a table happen to have, so that another text is idle rather than wrong.</param>
internal sealed record KnownTexts(string Name, IReadOnlyList<string> All, bool MayGrow = false)
{
    /// <summary>Null where nothing is declared, so that any text may come.</summary>
    public static KnownTexts? Of(string name, IReadOnlyList<string>? all) => all is null ? null : new KnownTexts(name, all);

    /// <summary>Of what may be any of several; null where one of them may be any text.</summary>
    public static KnownTexts? OfEither(Operation whole, IEnumerable<Operation> parts)
    {
        var (all, mayGrow) = (new List<string>(), false);
        foreach (var part in parts.Where(part => part is not NoValueOperation))
        {
            if (part is ConstantOperation { Value.Text: { } text })
                all.Add(text);
            else if (part.OnlyTexts is { } known)
            {
                all.AddRange(known.All);
                mayGrow |= known.MayGrow;
            }
            else
                return null;
        }

        return new KnownTexts(whole.Origin.Text, all.Distinct().ToList(), mayGrow);
    }

    public bool Have(string text) => All.Contains(text);
}
