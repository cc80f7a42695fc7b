// A cell as a function sees it: further back, over a stretch of time, over other subjects.
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Cells;

/// <param name="Population">Over whom; null: the subject itself.</param>
internal sealed record CellView(string Cell, Lag Lag, TimeWindow Window, Population? Population)
{
    public static CellView At(string cell, Lag lag) => new(cell, lag, TimeWindow.None, null);

    public bool IsPlain => Lag.IsNone && IsOfThePeriod;

    /// <summary>Whether the cell itself is meant, be it of an earlier period.</summary>
    public bool IsOfThePeriod => Window == TimeWindow.None && Population is null;

    /// <summary>A name that no author can write, for an id holds no colon.</summary>
    public string Name => IsPlain ? Cell : $"{Cell}:{Lag}:{Window}:{Population}";

    public string Shown(string cell)
    {
        var shown = Window switch { TimeWindow.Year => $"ytd({cell})", TimeWindow.Quarter => $"qtd({cell})", TimeWindow.None => cell };
        return Population is null ? shown : Population.Shown(shown);
    }
}

/// <summary>The subjects a function runs over.</summary>
internal sealed record Population(Members Members, MemberCondition? Condition)
{
    /// <param name="function">What the author called; null where it follows from who the members are.</param>
    /// <param name="further">Further arguments of it, each behind a comma.</param>
    public string Shown(string cell, string? function = null, string further = "") => Members.Kind switch
    {
        MembersKind.Alike => $"{function ?? "within"}({Members.Attribute!.Name}, {cell}{further}{ShownCondition()})",
        MembersKind.Reports => $"reports({cell}{ShownCondition()})",
        MembersKind.Everyone => $"{function ?? "everyone"}({cell}{further}{ShownCondition()})",
    };

    /// <summary>As the author counts them.</summary>
    public string ShownCount() => $"headcount({Members.Attribute?.Name}{ShownCondition()})";

    private string ShownCondition()
    {
        var condition = "";
        for (var one = Condition; one is not null; one = one.Rest)
            condition += one.Text.Length == 0 ? "" : ", " + one.Text;
        return condition;
    }

    public override string ToString() => $"{Members.Kind}:{Members.Attribute?.Name}:{Condition}";
}

/// <summary>A cell that must hold for a member to count.</summary>
/// <param name="Rest">Further ones.</param>
/// <param name="Text">In the author's words; empty for what the author did not write there.</param>
internal sealed record MemberCondition(string Cell, string Text, MemberCondition? Rest)
{
    public override string ToString() => $"{Cell}&{Rest}";
}
