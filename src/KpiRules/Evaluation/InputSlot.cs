// An input's place among the columns, and why it is not available where it was not given.
using KpiRules.Formulas;

namespace KpiRules.Evaluation;

internal sealed record InputSlot(Input Input, int Slot)
{
    public NotAvailable Unusable { get; } = new(CauseKind.UnusableFact, Input.Fact?.Name ?? "");

    public NotAvailable Missing { get; } = new(CauseKind.MissingFact, Input.Fact?.Name ?? "");
}
