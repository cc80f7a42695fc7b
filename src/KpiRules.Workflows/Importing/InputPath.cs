// An input of a workflow and the way to a value in it: input1.NestedProp.ListProp[0].Id.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Workflows.Importing;

/// <param name="root">The name of the input.</param>
/// <param name="members">Names of members; whole numbers for the places of a list.</param>
internal sealed class InputPath(string root, IReadOnlyList<string> members, Origin firstUse)
{
    public string Root { get; } = root;

    public IReadOnlyList<string> Members { get; } = members;

    public Origin FirstUse { get; } = firstUse;

    /// <summary>As an expression writes it.</summary>
    public string Written => Root + string.Concat(Members.Select(member => IsPlace(member) ? $"[{member}]" : "." + member));

    /// <summary>RulesEngine does not tell members apart by case.</summary>
    public string Key => Written.ToUpperInvariant();

    public LambdaType Type { get; } = new();

    /// <summary>The names it could have as a fact, the shortest first.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            if (Members.Count > 0 && !IsPlace(Members[0]))
                yield return string.Join("_", Members);
            yield return string.Join("_", Members.Prepend(Root));
        }
    }

    private static bool IsPlace(string member) => member[0] is >= '0' and <= '9';
}
