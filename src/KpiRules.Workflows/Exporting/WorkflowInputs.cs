// What a workflow must be given: facts of periods, the calendar, and what looks at records or at other subjects.
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Linq;

namespace KpiRules.Workflows.Exporting;

/// <summary>A member of <c>input1</c>.</summary>
/// <param name="Type">As C# writes it.</param>
/// <param name="Meaning">In English.</param>
/// <param name="Source">What gives it: an <see cref="Kernel.Input"/>, a <see cref="Cell"/>, a
/// <see cref="TableInput"/>, or a <see cref="CalendarNumber"/>.</param>
/// <param name="Lag">How far back it looks.</param>
internal sealed record WorkflowInput(string Name, string Type, string Meaning, ExportedInputKind Kind, Lag Lag, object Source);

/// <summary>Something that the period alone decides.</summary>
internal sealed record CalendarNumber(CalendarFact Fact, Lag Lag);

internal sealed class WorkflowInputs
{
    private readonly Dictionary<object, WorkflowInput> _bySource = [];
    private readonly List<WorkflowInput> _all = [];
    private readonly ParameterNames _names = new();

    public IReadOnlyList<WorkflowInput> All => _all;

    public LinqTerm Of(Input input)
    {
        var kind = input.IsFact ? ExportedInputKind.Fact : input.Target is null ? ExportedInputKind.History : ExportedInputKind.Targets;
        return Of(input, kind, InputNames.Of(input), LinqTerm.TypeOf(input.ValueKind, true), InputNames.MeaningOf(input), input.Lag);
    }

    public LinqTerm Of(Cell cell)
    {
        var (name, meaning, lag) = InputNames.Of(cell);
        return Of(
            cell, KindOf(cell.Operation), name + InputNames.Ago(lag), LinqTerm.TypeOf(cell.Kind, true), meaning + InputNames.MeaningOf(lag),
            lag);
    }

    public LinqTerm Of(CalendarFact fact, Lag lag)
    {
        var source = new CalendarNumber(fact, lag);
        return Of(
            source,
            ExportedInputKind.Calendar,
            CalendarFacts.NameOf(fact) + InputNames.Ago(lag),
            CalendarFacts.TypeOf(fact),
            CalendarFacts.MeaningOf(fact) + InputNames.MeaningOf(lag),
            lag);
    }

    public LinqTerm Of(TableInput table) => Of(table, ExportedInputKind.Table, table.Name, table.Type, table.Meaning, table.Lag);

    private LinqTerm Of(object source, ExportedInputKind kind, string name, string type, string meaning, Lag lag)
    {
        if (!_bySource.TryGetValue(source, out var input))
        {
            _bySource.Add(source, input = new WorkflowInput(_names.Take(name), type, meaning, kind, lag, source));
            _all.Add(input);
        }

        return LinqTerm.Name("input1." + input.Name, type.EndsWith("?") || type == "string");
    }

    private static ExportedInputKind KindOf(Operation expression) =>
        expression is AcrossOperation across ? across.Accept(new AcrossNames("", "")).Kind : ExportedInputKind.Records;
}
