// Writes results as wide CSV: a row a subject and period, a column a result; exact numbers, empty for not available.
using System.Collections.Generic;
using System.Linq;
using KpiRules.Cli.Csv;
using KpiRules.Json;
using KpiRules.Reading;
using KpiRules.Results;

namespace KpiRules.Cli;

internal static class ResultCsv
{
    public static string Write(
        Policy policy, IReadOnlyList<(PeriodEvaluation Evaluation, IReadOnlyList<SubjectEvaluation> Subjects)> periods)
    {
        var shown = ShownResults.Of(policy, periods[0].Evaluation);
        var csv = new CsvWriter().Row([WideFactReader.SubjectColumn, WideFactReader.PeriodColumn, .. shown.Select(result => result.Name)]);
        foreach (var subject in periods.SelectMany(period => period.Subjects))
        {
            csv.Text(subject.Subject).Period(subject.Evaluation.Period);
            foreach (var result in shown)
                csv.Value(subject[result.Name]);
            csv.EndRow();
        }

        return csv.ToString();
    }
}
