// Where the bases of rulesets come from.
namespace KpiRules.Rulesets;

/// <summary>
/// Finds the rulesets that others extend: files, a database, embedded resources. Asked while a ruleset is read, on the
/// caller's thread.
/// </summary>
public interface IRulesetSource
{
    /// <summary>The text of a ruleset.</summary>
    /// <param name="id">The id that stands behind <c>extends</c>.</param>
    /// <returns>Null when there is none of that id.</returns>
    RulesetText? Find(string id);
}

/// <summary>The text of a ruleset and the name by which diagnostics call it. Immutable.</summary>
public sealed class RulesetText
{
    /// <summary>A text with its name.</summary>
    /// <param name="name">The name by which diagnostics call it, usually its file name.</param>
    /// <param name="text">The JSON.</param>
    public RulesetText(string name, string text)
    {
        Name = name ?? throw new System.ArgumentNullException(nameof(name));
        Text = text ?? throw new System.ArgumentNullException(nameof(text));
    }

    /// <summary>The name by which diagnostics call it.</summary>
    public string Name { get; }

    /// <summary>The JSON.</summary>
    public string Text { get; }
}
