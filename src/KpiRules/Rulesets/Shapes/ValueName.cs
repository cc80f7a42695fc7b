// How messages call a value: by its own name, or as an entry of a list that has one.
namespace KpiRules.Rulesets.Shapes;

/// <param name="Text">Its own name, or that of the list.</param>
internal readonly record struct ValueName(string Text, bool IsEntry)
{
    public static implicit operator ValueName(string name) => new(name, IsEntry: false);

    public ValueName Entry() => this with { IsEntry = true };
}
