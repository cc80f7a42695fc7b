// Writes a comparison as CSV: a row a subject, period and result; or a row for each value of a parameter.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Comparing;
using KpiRules.Reading;

namespace KpiRules.Cli;

internal static class SimulationCsv
{
    public static string Write(Comparison comparison)
    {
        var csv = new CsvWriter().Row(
            WideFactReader.SubjectColumn, WideFactReader.PeriodColumn, "result", "before", "after", "difference", "change");
        foreach (var change in comparison.Costs.SelectMany(cost => comparison.ByPeriod(cost.Result)))
        {
            csv.Text(change.Subject).Period(change.Period!.Value).Text(change.Result).Number(change.Before).Number(change.After)
                .Number(change.Difference).Text(SimulationJson.Word(change.Kind)).EndRow();
        }

        return csv.ToString();
    }

    public static string Write(string parameter, IReadOnlyList<(decimal Value, CostChange Payout)> costs)
    {
        var csv = new CsvWriter().Row(
            [parameter, "before", "after", "difference", .. SimulationJson.Kinds.SelectMany(kind => new[]
            {
                SimulationJson.Word(kind), SimulationJson.Word(kind) + "By",
            })]);
        foreach (var (value, payout) in costs)
        {
            csv.Number(value).Number(payout.Before).Number(payout.After).Number(payout.Difference);
            foreach (var kind in SimulationJson.Kinds)
                csv.Number(payout[kind].Subjects).Number(payout[kind].Difference);
            csv.EndRow();
        }

        return csv.ToString();
    }
}
