// Which cell of a policy is meant: whose it is, and which part of it. Its name is made of these, and never taken apart.
namespace KpiRules.Kernel;

internal sealed record CellKey
{
    private CellKey(string owner, string part, bool isHidden)
    {
        (Owner, Part, IsHidden) = (owner, part, isHidden);
        Name = part.Length == 0 ? owner : isHidden ? $"{owner}:{part}" : $"{owner}.{part}";
    }

    /// <summary>The definition of the ruleset, such as a KPI; empty for what belongs to no single one.</summary>
    public string Owner { get; }

    /// <summary>Such as <c>attainment</c>; empty for what the definition itself gives.</summary>
    public string Part { get; }

    /// <summary>Whether no formula can name it.</summary>
    public bool IsHidden { get; }

    /// <summary>An id holds neither dot nor colon.</summary>
    public string Name { get; }

    /// <summary>What to call it in front of an author: its name, or whose it is.</summary>
    public string Shown => IsHidden ? Owner : Name;

    /// <summary>What a definition itself gives.</summary>
    public static CellKey Of(string owner) => new(owner, "", isHidden: false);

    /// <summary>A part that formulas may name.</summary>
    public static CellKey Of(string owner, string part) => new(owner, part, isHidden: false);

    /// <summary>A part that no author can name, for a colon is in its name.</summary>
    public static CellKey Hidden(string owner, string part) => new(owner, part, isHidden: true);

    public static implicit operator string(CellKey key) => key.Name;

    public override string ToString() => Name;
}
