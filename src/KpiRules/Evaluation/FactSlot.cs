// A fact's place among the columns, and why it is not available where it was not given.
using KpiRules.Facts;

namespace KpiRules.Evaluation;

internal sealed record FactSlot(FactDefinition Definition, int Slot)
{
    public NotAvailable Unusable { get; } = new(CauseKind.UnusableFact, Definition.Name);

    public NotAvailable Missing { get; } = new(CauseKind.MissingFact, Definition.Name);
}
