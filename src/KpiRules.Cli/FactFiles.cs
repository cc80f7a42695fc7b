// Takes files of facts, CSV or JSON, gives a dataset; what is bad in them becomes issues of the dataset.
using System;
using System.IO;
using System.Linq;
using System.Text;
using KpiRules.Facts;

namespace KpiRules.Cli;

internal static class FactFiles
{
    /// <exception cref="UsageException">A file cannot be read, or is not one of facts.</exception>
    public static Dataset Read(Policy policy, string factsFile, string? subjectsFile, string language) => Dataset.Build(builder =>
    {
        ReadFile(builder, policy, factsFile, needsPeriod: true, language);
        if (subjectsFile is not null)
            ReadFile(builder, policy, subjectsFile, needsPeriod: false, language);
    });

    private static void ReadFile(DatasetBuilder builder, Policy policy, string file, bool needsPeriod, string language)
    {
        var text = ReadText(file);
        if (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
        {
            var faults = JsonFactReader.Read(builder, policy.Facts, text, file);
            if (faults.Count > 0)
                throw new UsageException($"'{file}' is no file of facts\n" + string.Join("\n", faults.Select(fault => fault.Print(language))));
            return;
        }

        ReadCsv(builder, policy, file, text, needsPeriod);
    }

    private static void ReadCsv(DatasetBuilder builder, Policy policy, string file, string text, bool needsPeriod)
    {
        var rows = new CsvRows(text);
        if (!rows.MoveNext())
            throw new UsageException($"'{file}' is empty; its first line must name the columns: subject,period,…");
        var reader = new WideFactReader(builder, policy.Facts, file, rows.Fields);
        if (!reader.HasSubject)
            throw new UsageException($"'{file}' has no column 'subject'; its columns are: {string.Join(", ", rows.Fields)}");
        if (needsPeriod && !reader.HasPeriod)
            throw new UsageException($"'{file}' has no column 'period'; its columns are: {string.Join(", ", rows.Fields)}");
        while (rows.MoveNext())
        {
            if (rows.IsMalformed)
                reader.ReportMalformed(rows.Line);
            else
                reader.Read(rows.Line, rows.Fields);
        }
    }

    private static string ReadText(string file)
    {
        try
        {
            return File.ReadAllText(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"'{file}' is not UTF-8 text; save it as UTF-8 (in Excel: CSV UTF-8)");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw CommonOptions.Unreadable(file, fault);
        }
    }
}
