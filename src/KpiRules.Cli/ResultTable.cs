// Writes results as a table for people: rounded for the eye, with the cause of everything that is not available.
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using KpiRules.Results;
using Spectre.Console;

namespace KpiRules.Cli;

internal static class ResultTable
{
    private const int Width = 160;
    private const string None = "–";

    public static string Write(Policy policy, PeriodEvaluation evaluation, IReadOnlyList<SubjectEvaluation> subjects, string language)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        var names = ToolText.Columns(language);
        for (var i = 0; i < names.Length; i++)
        {
            var column = new TableColumn(names[i]) { NoWrap = i < names.Length - 1 };
            table.AddColumn(i is >= 2 and <= 6 ? column.RightAligned() : column);
        }

        foreach (var subject in subjects)
        {
            var first = true;
            foreach (var kpi in subject.Kpis)
            {
                table.AddRow(Row(policy, kpi, first ? subject.Subject : "", language).Select(Markup.Escape).ToArray());
                first = false;
            }
        }

        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var title = policy.Title?.In(language) is { } words ? $"{words} ({policy.Id} {policy.Version})" : $"{policy.Id} {policy.Version}";
        text.WriteLine($"{title}  {evaluation.Period}");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = Width;
        console.Write(table);
        var values = subjects.SelectMany(subject => subject.Kpis).ToList();
        text.WriteLine(ToolText.NotAvailableCount(language, values.Count, values.Count(kpi => kpi.Value is null)));
        return string.Join("\n", text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    private static string[] Row(Policy policy, KpiResult kpi, string subject, string language)
    {
        var unit = kpi.Kpi.Unit;
        return
        [
            subject,
            kpi.Kpi.Title?.In(language) ?? kpi.Name,
            Written(policy, kpi.Value, unit) ?? None,
            Written(policy, kpi.Part("target"), unit),
            Written(policy, kpi.Part("attainment"), "percent"),
            Written(policy, kpi.Part("gap"), unit),
            Written(policy, kpi.Part("score"), "score"),
            kpi.Status ?? (kpi.Part("status") is null ? "" : None),
            (kpi.Cause ?? kpi.Part("attainment")?.Cause ?? kpi.Part("score")?.Cause)?.Explain(language) ?? "",
        ];
    }

    private static string Written(Policy policy, CellValue? part, string? unit) => part is { } value ? Written(policy, value.Number, unit) ?? None : "";

    private static string? Written(Policy policy, decimal? number, string? unit) => unit switch
    {
        "money" => number?.ToString("N" + policy.MoneyDecimals, CultureInfo.InvariantCulture),
        "percent" => number?.ToString("#,##0.00%", CultureInfo.InvariantCulture),
        "score" => number?.ToString("0.00", CultureInfo.InvariantCulture),
        _ => number?.ToString("#,##0.####", CultureInfo.InvariantCulture),
    };
}
