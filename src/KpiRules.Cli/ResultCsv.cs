// Writes results as wide CSV: a row a subject, a column a result; exact numbers, empty for not available.
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using CsvHelper;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class ResultCsv
{
    public static string Write(Policy policy, PeriodEvaluation evaluation, IReadOnlyList<SubjectEvaluation> subjects)
    {
        var shown = ShownResults.Of(policy, evaluation);
        var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            csv.WriteField("subject");
            csv.WriteField("period");
            foreach (var result in shown)
                csv.WriteField(result.Name);
            csv.NextRecord();
            foreach (var subject in subjects)
            {
                csv.WriteField(subject.Subject);
                csv.WriteField(evaluation.Period.ToString());
                foreach (var result in shown)
                    csv.WriteField(subject[result.Name].ToString());
                csv.NextRecord();
            }
        }

        return text.ToString();
    }
}
