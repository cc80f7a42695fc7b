// What a rating is called, which grades it gives, and in what groups.
using System.Collections.Generic;
using KpiRules.Facts;

namespace KpiRules.Results;

/// <summary>A rating of a policy: grades by quota. Immutable.</summary>
public sealed class RatingDescription
{
    internal RatingDescription(
        string name, LocalizedText? title, LocalizedText? description, string? among, IReadOnlyList<string> grades) =>
        (Name, Title, Description, Among, Grades) = (name, title, description, among, grades);

    /// <summary>The id by which formulas and results name it.</summary>
    public string Name { get; }

    /// <summary>What people call it; null when the ruleset does not say.</summary>
    public LocalizedText? Title { get; }

    /// <summary>What it is about; null when the ruleset does not say.</summary>
    public LocalizedText? Description { get; }

    /// <summary>The attribute that makes the groups; null where everybody is of one.</summary>
    public string? Among { get; }

    /// <summary>The grades, the best first.</summary>
    public IReadOnlyList<string> Grades { get; }
}
