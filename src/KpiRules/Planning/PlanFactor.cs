// The factor of a stretch target made ready: a number, or the cell that has it, and the fact in which closed periods keep theirs.
using KpiRules.Facts;

namespace KpiRules.Planning;

/// <param name="Constant">Above 0; null where a formula gives it.</param>
/// <param name="Formula">As the author wrote it; empty where it is a number.</param>
/// <param name="Cell">The cell of the formula.</param>
/// <param name="Fact">What a stretch target is called as a fact.</param>
internal sealed record PlanFactor(string Stretch, decimal? Constant, string Formula, string Cell, FactDefinition Fact);
