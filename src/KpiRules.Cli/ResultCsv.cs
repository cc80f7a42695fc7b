// Writes results as wide CSV: a row a subject and period, a column a result; exact numbers, empty for not available.
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsvHelper;
using KpiRules.Json;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class ResultCsv
{
    public static string Write(Policy policy, IReadOnlyList<(PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects)> periods)
    {
        var shown = ShownResults.Of(policy, periods[0].Evaluation);
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            csv.WriteField("subject");
            csv.WriteField("period");
            foreach (var result in shown)
                csv.WriteField(result.Name);
            csv.NextRecord();
            foreach (var subject in periods.SelectMany(period => period.Subjects))
            {
                csv.WriteField(subject.Subject);
                csv.WriteField(subject.Evaluation.Period.ToString());
                foreach (var result in shown)
                    csv.WriteField(subject[result.Name].ToString());
                csv.NextRecord();
            }
        }

        return text.ToString();
    }
}
