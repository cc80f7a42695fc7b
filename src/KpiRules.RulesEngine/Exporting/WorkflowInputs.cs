// What a workflow must be given: facts of periods, the calendar, and what looks at records or at other subjects.
using System.Collections.Generic;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Formulas;

namespace KpiRules.RulesEngine.Exporting;

/// <summary>A member of <c>input1</c>.</summary>
/// <param name="Type">As C# writes it.</param>
/// <param name="Meaning">In English.</param>
/// <param name="Source">What gives it: an <see cref="Formulas.Input"/>, a <see cref="Cell"/>, or a <see cref="CalendarNumber"/>.</param>
internal sealed record WorkflowInput(string Name, string Type, string Meaning, ExportedInputKind Kind, object Source);

/// <summary>Something that the period alone decides.</summary>
internal sealed record CalendarNumber(CalendarFact Fact, Lag Lag);

internal sealed class WorkflowInputs
{
    private const int LongestName = 40;

    private readonly Dictionary<object, WorkflowInput> _bySource = [];
    private readonly List<WorkflowInput> _all = [];
    private readonly ParameterNames _names = new();

    public IReadOnlyList<WorkflowInput> All => _all;

    public Term Of(Input input) => Of(input, input.IsFact ? ExportedInputKind.Fact : ExportedInputKind.History, InputNames.Of(input), Term.TypeOf(input.ValueKind, true), InputNames.MeaningOf(input));

    public Term Of(Cell cell) => Of(cell, KindOf(cell.Expression), NameOf(cell), Term.TypeOf(cell.Kind, true), cell.Shown.Length > 0 ? cell.Shown : cell.Name);

    public Term Of(CalendarFact fact, Lag lag)
    {
        var source = new CalendarNumber(fact, lag);
        return Of(source, ExportedInputKind.Calendar, CalendarFacts.NameOf(fact) + InputNames.Ago(lag), CalendarFacts.TypeOf(fact), CalendarFacts.MeaningOf(fact) + InputNames.MeaningOf(lag));
    }

    private Term Of(object source, ExportedInputKind kind, string name, string type, string meaning)
    {
        if (!_bySource.TryGetValue(source, out var input))
        {
            _bySource.Add(source, input = new WorkflowInput(_names.Take(name), type, meaning, kind, source));
            _all.Add(input);
        }

        return Term.Name("input1." + input.Name, type.EndsWith("?") || type == "string");
    }

    /// <summary>As the author wrote it, unless that is too long for a name.</summary>
    private static string NameOf(Cell cell)
    {
        if (cell.Shown.Length is > 0 and <= LongestName)
            return cell.Shown.Replace(",", "");
        return cell.Name.Split(':')[0] + (cell.Expression is RecordExpression over ? $"_{over.Function}{InputNames.Ago(over.Records.Lag)}" : "");
    }

    private static ExportedInputKind KindOf(Expression expression) => expression switch
    {
        PoolExpression => ExportedInputKind.Pool,
        GroupExpression { Function: GroupFunction.Rank } => ExportedInputKind.Rank,
        GroupExpression => ExportedInputKind.Population,
        _ => ExportedInputKind.Records,
    };
}
