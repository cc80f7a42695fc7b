// A schedule by text.
using System;
using System.Collections.Generic;
using System.Linq;
using KpiRules.Evaluation.Frames;
using KpiRules.Evaluation.Nodes;
using KpiRules.Facts;
using KpiRules.Kernel;

namespace KpiRules.Sections.Schedules;

/// <param name="Values">One for every text.</param>
/// <param name="Else">What holds for any other text; null: nothing does.</param>
internal sealed record CasesOperation(
    Origin Origin, string Cell, Operation On, ValueList<string> Texts, ValueList<Operation> Values, Operation? Else, Unit Unit)
    : ScheduleOperation(Origin, Unit)
{
    public override string Shown => $"cases({On.Origin.Text})";

    public override Operation Map(Func<Operation, Operation> part) => this with
    {
        On = part(On), Values = Map(Values, part), Else = Else is null ? null : part(Else),
    };

    public override int GetHashCode() => HashOfPartsAnd((Cell, Texts));

    public override Operation Expand()
    {
        var write = Write;
        var none = Else ?? write.None(new Reason(CauseKind.NoCase, Cell), of: On);
        return write.Choose(
            Texts.Select((text, i) => (write.Equal(On, write.Text(text)), write.Label(StepKind.Case, text, [], Values[i]))).ToList(),
            Else is null ? none : Otherwise(none));
    }

    /// <summary>An <c>else</c> is told with the text it stands in for, which only the facts know.</summary>
    private Operation Otherwise(Operation otherwise) =>
        new LabelOperation(Origin, StepKind.Case, new StepText("", On), [], otherwise, true);

    public override Node Fuse(INodeBuilder nodes)
    {
        var values = Texts.Zip(Values, (text, value) => (text, value))
            .ToDictionary(entry => entry.text, entry => nodes.Number(entry.value));
        var otherwise = Else is null ? null : nodes.Number(Else);
        return new CasesNode(nodes.Text(On), values, otherwise, new NotAvailable(CauseKind.NoCase, Cell));
    }
}

/// <summary>A value by text.</summary>
/// <param name="otherwise">For any other text; null where there is none.</param>
internal sealed class CasesNode(
    Node<string> on, IReadOnlyDictionary<string, Node<decimal>> cases, Node<decimal>? otherwise, NotAvailable noCase) : Node<decimal>
{
    public override bool TryEvaluate(Frame frame, out decimal value)
    {
        value = 0;
        if (!on.TryEvaluate(frame, out var text))
            return false;
        if (!cases.TryGetValue(text, out var found) && (found = otherwise) is null)
            return frame.Fail(noCase with { Text = text });
        if (!found.TryEvaluate(frame, out value))
            return false;
        frame.Trace?.Add(StepKind.Case, text, value);
        return true;
    }
}
