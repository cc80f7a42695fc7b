// Writes the targets of a plan as wide CSV, which --facts accepts: exact numbers, empty for not available.
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Planning;
using KpiRules.Reading;

namespace KpiRules.Cli;

internal static class PlanCsv
{
    public static string Write(PlanResult result)
    {
        var plan = result.Plan;
        var csv = new CsvWriter().Row([
            WideFactReader.SubjectColumn, WideFactReader.PeriodColumn, plan.Kpi + ".target",
            .. plan.Stretch.Select(stretch => $"{plan.Kpi}.{stretch}"),
        ]);
        foreach (var subject in result.Subjects)
        {
            foreach (var period in result.Periods)
            {
                csv.Text(subject).Period(period).Number(result.Target(subject, period));
                foreach (var stretch in plan.Stretch)
                    csv.Number(result.Stretch(stretch, subject, period));
                csv.EndRow();
            }
        }

        return csv.ToString();
    }
}
