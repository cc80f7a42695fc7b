// Writes the targets of a plan as wide CSV, which --facts accepts: exact numbers, empty for not available.
using System.Globalization;
using System.IO;
using CsvHelper;
using KpiRules.Facts;
using KpiRules.Planning;

namespace KpiRules.Cli;

internal static class PlanCsv
{
    public static string Write(PlanResult result)
    {
        var (plan, text) = (result.Plan, new StringWriter(CultureInfo.InvariantCulture));
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            csv.WriteField(WideFactReader.SubjectColumn);
            csv.WriteField(WideFactReader.PeriodColumn);
            csv.WriteField(plan.Kpi + ".target");
            foreach (var stretch in plan.Stretch)
                csv.WriteField($"{plan.Kpi}.{stretch}");
            csv.NextRecord();
            foreach (var subject in result.Subjects)
            {
                foreach (var period in result.Periods)
                {
                    csv.WriteField(subject);
                    csv.WriteField(period.ToString());
                    csv.WriteField(Exact(result.Target(subject, period)));
                    foreach (var stretch in plan.Stretch)
                        csv.WriteField(Exact(result.Stretch(stretch, subject, period)));
                    csv.NextRecord();
                }
            }
        }

        return text.ToString();
    }

    private static string Exact(decimal? number) => number is { } value ? ((FactValue)value).ToString() : "";
}
