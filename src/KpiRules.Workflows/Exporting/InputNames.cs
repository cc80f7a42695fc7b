// What facts of other periods are called, and what they mean, in English.
using System;
using System.Linq;
using KpiRules.Cells;
using KpiRules.Facts;
using KpiRules.Kernel;
using KpiRules.Sections.Incentives;

namespace KpiRules.Workflows.Exporting;

internal static class InputNames
{
    public const int LongestName = 40;

    public static string Of(Input input) => input.Kind switch
    {
        InputKind.Fact => input.Fact!.Name + Over(input.Window) + Ago(input.Lag),
        InputKind.Presence => "has_facts" + Ago(input.Lag),
        InputKind.PeriodCount => "period_count" + Over(input.Window) + Ago(input.Lag),
        InputKind.WindowStart => "is_first" + Over(input.Window) + Ago(input.Lag),
        InputKind.Target => input.Target!.Name + (input.Window == TimeWindow.None ? "_of_parts" : Over(input.Window)) + Ago(input.Lag),
        InputKind.HasBegun => "has_begun" + Ago(input.Lag),
        InputKind.PlanProgress => "plan_progress",
        InputKind.PlanClosed => "plan_closed",
    };

    /// <summary>Of a cell that a workflow must be given: as the author wrote it, unless that is too long for a name.</summary>
    public static (string Name, string Meaning, Lag Lag) Of(Cell cell)
    {
        var owner = cell.Key.Shown;
        return cell.Operation switch
        {
            FoldOperation over when DeferredNames.Are(over) =>
                (DeferredNames.NameOf(over), DeferredNames.MeaningOf(over), over.Records.Lag),
            FoldOperation over => OfRecords(
                over.Origin.Text.Length <= LongestName ? over.Origin.Text : $"{owner}_{Capitalised(over.Function.Name)}",
                over.Origin.Text,
                over.Records),
            EachOperation each =>
                OfRecords(each.Line + "_of_all_records", $"'{each.Line}' worked out for each record, and summed", each.Records),
            EachOpenOperation each => OfRecords(
                each.Line + "_is_open",
                $"whether '{each.Line}' is open for any record to which it applies, or applies to none",
                each.Records),
            AcrossOperation across => OfAcross(across.Accept(new AcrossNames(cell.Shown, owner)), across.Back),
            // others: a cell of any other making goes by its name
            _ => (cell.Shown, cell.Shown, Lag.None),
        };
    }

    public static string MeaningOf(Input input)
    {
        var window = MeaningOf(input.Window);
        return (input.Kind switch
        {
            InputKind.Fact => input.Fact!.Name
                + window
                + (input.Window == TimeWindow.None || input.Combine is null ? "" : $" ({EnumText<Combine>.Of(input.Combine.Value)})"),
            InputKind.Presence => "true where the subject has any facts, else null",
            InputKind.PeriodCount => "how many periods of the policy's length there are" + window,
            InputKind.WindowStart => "whether the period is the first one" + window,
            InputKind.Target =>
                $"{input.Target!.Name} of each of {PeriodsOf(input.Window)}, combined ({EnumText<Combine>.Of(input.Combine!.Value)})",
            InputKind.HasBegun => "whether the subject's facts had begun by the end of the period",
            InputKind.PlanProgress => "what the subject achieved of the targets of a plan's closed periods",
            InputKind.PlanClosed => "how many periods of a plan are closed",
        }) + MeaningOf(input.Lag);
    }

    private static string PeriodsOf(TimeWindow window) =>
        window == TimeWindow.None ? "the policy's periods that make the period up" : "the periods" + MeaningOf(window);

    /// <summary>Such as <c>_1_ago</c> or <c>_1y_2_ago</c>.</summary>
    public static string Ago(Lag lag) => lag.IsNone ? "" : $"{lag}_ago".Replace('-', '_');

    public static string MeaningOf(Lag lag)
    {
        var steps = lag.ToString().Split(['-'], StringSplitOptions.RemoveEmptyEntries)
            .Select(step => step == "1y" ? "a year" : step == "1" ? "1 period" : step + " periods");
        return lag.IsNone ? "" : $", {string.Join(" and ", steps)} ago";
    }

    private static string Capitalised(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    private static (string Name, string Meaning, Lag Lag) OfAcross((string Name, string Meaning, ExportedInputKind Kind) across, Lag lag) =>
        (across.Name, across.Meaning, lag);

    private static (string Name, string Meaning, Lag Lag) OfRecords(string name, string meaning, RecordInput records) =>
        (name + Over(records.Window), meaning + MeaningOf(records.Window), records.Lag);

    private static string MeaningOf(TimeWindow window) =>
        window switch
        {
            TimeWindow.Year => " since the beginning of the policy's year",
            TimeWindow.Quarter => " since the beginning of the policy's quarter",
            TimeWindow.None => ""
        };

    public static string Over(TimeWindow window) =>
        window switch { TimeWindow.Year => "_ytd", TimeWindow.Quarter => "_qtd", TimeWindow.None => "" };
}
