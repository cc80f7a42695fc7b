// Why a value is not available, as far as the ruleset alone knows.
using KpiRules.Facts;

namespace KpiRules.Kernel;

/// <param name="Kind">What happens.</param>
/// <param name="Name">What it happens to, in the author's words.</param>
/// <param name="Text">The stretch of the formula at which it happens; empty where there is none.</param>
/// <param name="Cell">The cell whose own cause is the next one; null where it begins here.</param>
/// <param name="Words">In the author's words, by language; null for none.</param>
/// <param name="TellsLag">Whether the cause says how far back it happened.</param>
internal sealed record Reason(
    CauseKind Kind, string Name, string Text = "", string? Cell = null, LocalizedText? Words = null, bool TellsLag = false)
{
    /// <summary>Where in a formula it happens stands beside what it is.</summary>
    public bool Equals(Reason? other) => other is not null
        && (Kind, Name, Cell, TellsLag) == (other.Kind, other.Name, other.Cell, other.TellsLag)
        && LocalizedText.AreSame(Words, other.Words);

    public override int GetHashCode() => (Kind, Name, Cell).GetHashCode();
}
