// An input's place among the columns, and why it is not available where it was not given.
using KpiRules.Evaluation.Frames;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Evaluation;

/// <remarks>The causes are made when first needed: a sum over many periods has a slot for each.</remarks>
internal sealed class InputSlot(Input input, int slot)
{
    private NotAvailable? _unusable;
    private NotAvailable? _missing;

    public Input Input { get; } = input;

    public int Slot { get; } = slot;

    public NotAvailable Unusable => _unusable ??= new(CauseKind.UnusableFact, Input.Fact?.Name ?? "");

    public NotAvailable Missing => _missing ??= new(CauseKind.MissingFact, Input.Fact?.Name ?? "");
}
