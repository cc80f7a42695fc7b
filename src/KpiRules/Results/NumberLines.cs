// Takes the name of a result or fact, gives the numbers of a subject that it is compared with: by formulas, and by being a KPI's.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Kernel;

namespace KpiRules.Results;

internal static class NumberLines
{
    public static IReadOnlyCollection<decimal> Of(PeriodEvaluation evaluation, string name, int row)
    {
        var key = evaluation.Sheet.ProgramOf(name)?.Cell.Key;
        var (kpi, part) = (key?.Owner ?? name, key?.Part);
        var ofKpi = part switch
        {
            "" or "forecast" => NumberOf(TargetOperation.CellOf(kpi)),
            "target" or "expected" => NumberOf(kpi),
            "gap" => 0,
            "pace" => 1,
            _ => null,
        };
        var ofFormulas = evaluation.Sheet.Compared.Of(name)
            .Select(line => line.Constant ?? (line.Name is { } other ? NumberOf(other) : null));
        return ofFormulas.Append(ofKpi).OfType<decimal>().ToList();

        decimal? NumberOf(string other) => evaluation.ValueOf(other, row).Value.Number;
    }
}
